package dev.fixpoint.cli;

import dev.fixpoint.authoring.RuleChecks;
import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.engine.Knowledge;
import dev.fixpoint.model.Problem;
import dev.fixpoint.reason.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules list|show|lint|lock}: the workbench of whoever writes rules. */
final class RulesCommand {
  private RulesCommand() {}

  static Command list() {
    return new Sub("list", "List the rules.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws ConfigurationException, IOException {
        for (RuleInfo rule : rules(args, session)) {
          if (ids.isEmpty() || ids.stream().anyMatch(rule.id()::startsWith)) {
            session
                .out()
                .printf(
                    Locale.ROOT, "%-48s %-12s %s%n", rule.ref(), rule.status(), rule.describe());
          }
        }
        return ExitCode.OK;
      }
    };
  }

  static Command show() {
    return new Sub("show", "Show a rule: what it is for, and its text when the folder is here.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws ConfigurationException, UsageException, IOException {
        List<RuleInfo> rules = rules(args, session);
        for (String id : ids) {
          RuleInfo rule =
              rules.stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(
                      () -> new UsageException("there is no rule '" + id + "'; see 'rules list'"));
          session.out().printf(Locale.ROOT, "%s  %s%n", rule.ref(), rule.describe());
          session
              .out()
              .printf(
                  Locale.ROOT,
                  "  %s, since %s, %s, %s:%d%n%n",
                  rule.status(),
                  rule.since(),
                  rule.author(),
                  rule.file(),
                  rule.line());
          Path file = folder(args, session).resolve(rule.file());
          if (Files.isRegularFile(file)) {
            session.out().println(RuleChecks.textOf(rule, Files.readString(file)));
          }
        }
        return ExitCode.OK;
      }
    };
  }

  static Command lint() {
    return new Sub("lint", "Check all rules: form, house style, what they name, lock.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws ConfigurationException, UsageException, IOException {
        Path folder = existing(args, session);
        List<Problem> problems = new ArrayList<>(RuleChecks.lint(folder, patterns(session)));
        problems.forEach(problem -> session.out().println(problem.sentence()));
        if (!problems.isEmpty()) {
          session
              .out()
              .println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
          return ExitCode.CONFIGURATION;
        }
        session.out().println("no problems in " + folder);
        return ExitCode.OK;
      }
    };
  }

  static Command lock() {
    return new Sub("lock", "Write the versions of all rules into LOCK, once lint is content.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws ConfigurationException, UsageException, IOException {
        Path folder = existing(args, session);
        List<Problem> problems =
            RuleChecks.lint(folder, patterns(session)).stream()
                .filter(
                    problem ->
                        problem.code() != Problem.Code.RULE_LOCK
                            || !problem.message().endsWith("is not locked"))
                .toList();
        problems.forEach(problem -> session.out().println(problem.sentence()));
        if (!problems.isEmpty()) {
          return ExitCode.CONFIGURATION;
        }
        Files.writeString(folder.resolve("LOCK"), RuleChecks.lockOf(folder).format());
        session.out().println("written: " + folder.resolve("LOCK"));
        return ExitCode.OK;
      }
    };
  }

  /** Rules name patterns; those of the working copy count when they are here. */
  private static Catalog patterns(Session session) throws ConfigurationException, IOException {
    Path folder = session.path("patterns");
    return Files.isDirectory(folder) ? Knowledge.catalog(folder) : Knowledge.bundledCatalog();
  }

  /** One of the commands. */
  private abstract static class Sub implements Command {
    private final String name;
    private final String description;

    Sub(String name, String description) {
      this.name = name;
      this.description = description;
    }

    @Override
    public CommandSpec spec() {
      CommandSpec spec = Options.command(name, description);
      if (!name.equals("lint") && !name.equals("lock")) {
        spec.addPositional(Options.arguments("ID", "0..*", "Ids of rules; none for all."));
      }
      spec.addOption(Options.value("--rules", "DIR", "The folder of rules; default: ./rules."));
      return spec;
    }

    @Override
    public ExitCode run(ParseResult args, Session session)
        throws ConfigurationException, UsageException, IOException {
      return run(args, session, Options.arguments(args));
    }

    abstract ExitCode run(ParseResult args, Session session, List<String> ids)
        throws ConfigurationException, UsageException, IOException;

    static Path folder(ParseResult args, Session session) {
      return session.path(Options.get(args, "--rules", "rules"));
    }

    static Path existing(ParseResult args, Session session) throws UsageException {
      Path folder = folder(args, session);
      if (!Files.isDirectory(folder)) {
        throw new UsageException(
            "there is no folder '" + folder + "'; name the folder of rules with --rules");
      }
      return folder;
    }

    /** The sources when they are here, the rules of the jar otherwise. */
    static List<RuleInfo> rules(ParseResult args, Session session)
        throws ConfigurationException, IOException {
      Path folder = folder(args, session);
      return Files.isDirectory(folder)
          ? RuleChecks.index(folder)
          : Knowledge.bundledRulePack().rules();
    }
  }
}
