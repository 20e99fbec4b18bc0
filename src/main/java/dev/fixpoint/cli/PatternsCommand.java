package dev.fixpoint.cli;

import dev.fixpoint.authoring.GoldenCase;
import dev.fixpoint.authoring.PatternChecks;
import dev.fixpoint.authoring.PatternText;
import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.CatalogReader;
import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.engine.Knowledge;
import dev.fixpoint.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code patterns list|show|lint|test|lock}: the workbench of whoever writes patterns. */
final class PatternsCommand {
  private static final String FOLDER = "patterns";

  private PatternsCommand() {}

  static Command list() {
    return new Sub("list", "List the patterns.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws ConfigurationException, IOException {
        for (Pattern pattern : catalog(args, session).patterns()) {
          boolean wanted = ids.isEmpty() || ids.stream().anyMatch(pattern.id()::startsWith);
          if (wanted) {
            session
                .out()
                .printf(
                    Locale.ROOT,
                    "%-48s %-24s %-12s %s%n",
                    pattern.ref(),
                    pattern.category(),
                    pattern.status(),
                    pattern.title());
          }
        }
        return ExitCode.OK;
      }
    };
  }

  static Command show() {
    return new Sub("show", "Show everything about a pattern.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws ConfigurationException, UsageException, IOException {
        Catalog catalog = catalog(args, session);
        for (String id : ids) {
          session.out().print(PatternText.of(known(catalog, id)));
        }
        return ExitCode.OK;
      }
    };
  }

  static Command lint() {
    return new Sub("lint", "Check all patterns, or those named: form, examples, branches, lock.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws UsageException, IOException {
        Path folder = folder(args, session);
        List<Problem> problems = concerning(PatternChecks.lint(folder), ids);
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

  static Command test() {
    return new Sub("test", "Run the examples of all patterns, or of those named.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws UsageException, IOException {
        Path folder = folder(args, session);
        CatalogReader.Result result = CatalogReader.read(folder, true);
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : concerning(result.problems(), ids)) {
          if (problem.code() != Problem.Code.PATTERN_LOCK) {
            problems.add(problem);
          }
        }
        Catalog catalog = result.catalog();
        List<Pattern> patterns = new ArrayList<>();
        for (String id : ids) {
          patterns.add(known(catalog, id));
        }
        List<Pattern> tested = ids.isEmpty() ? catalog.patterns() : patterns;
        if (problems.isEmpty()) {
          problems.addAll(new PatternChecks(folder).test(catalog, tested));
        }
        problems.forEach(problem -> session.out().println(problem.sentence()));
        int examples =
            tested.stream()
                .mapToInt(
                    pattern ->
                        pattern.examples().mustMatch().size()
                            + pattern.examples().mustNotMatch().size())
                .sum();
        session
            .out()
            .println(
                problems.isEmpty()
                    ? examples + " examples of " + tested.size() + " patterns behave"
                    : problems.size() + " problems");
        return problems.isEmpty() ? ExitCode.OK : ExitCode.CONFIGURATION;
      }
    };
  }

  static Command lock() {
    return new Sub("lock", "Write the versions of all patterns into LOCK, once lint is content.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> ids)
          throws UsageException, IOException {
        Path folder = folder(args, session);
        List<Problem> problems =
            PatternChecks.lint(folder).stream()
                .filter(
                    problem ->
                        problem.code() != Problem.Code.PATTERN_LOCK
                            || !problem.message().endsWith("is not locked"))
                .toList();
        problems.forEach(problem -> session.out().println(problem.sentence()));
        if (!problems.isEmpty()) {
          return ExitCode.CONFIGURATION;
        }
        Files.writeString(folder.resolve("LOCK"), CatalogReader.read(folder, true).lock().format());
        session.out().println("written: " + folder.resolve("LOCK"));
        return ExitCode.OK;
      }
    };
  }

  static Command golden() {
    return new Sub(
        "golden", "Read the golden logs, or those named, and compare with what they say.") {
      @Override
      ExitCode run(ParseResult args, Session session, List<String> names)
          throws ConfigurationException, UsageException, IOException {
        Path cases = session.path(Options.get(args, "--cases", "test-logs"));
        if (!Files.isDirectory(cases)) {
          throw new UsageException("there is no folder '" + cases + "'; name it with --cases");
        }
        Path rules = session.path(Options.get(args, "--rules", "rules"));
        Analyzer analyzer =
            new Analyzer(
                Knowledge.of(
                    folder(args, session),
                    Files.isDirectory(rules) ? rules : null,
                    session.cache()));
        int wrong = 0;
        int read = 0;
        for (GoldenCase golden : GoldenCase.all(cases)) {
          if (!names.isEmpty() && names.stream().noneMatch(golden.name()::startsWith)) {
            continue;
          }
          read++;
          List<String> differences = golden.differences(golden.analyze(analyzer));
          wrong += differences.isEmpty() ? 0 : 1;
          differences.forEach(
              difference -> session.out().println(golden.name() + ": " + difference));
        }
        session.out().println(read + " golden logs, " + wrong + " not as they must be");
        return wrong == 0 ? ExitCode.OK : ExitCode.CONFIGURATION;
      }
    };
  }

  private static List<Problem> concerning(List<Problem> problems, List<String> ids) {
    if (ids.isEmpty()) {
      return problems;
    }
    List<Problem> concerning = new ArrayList<>();
    PatternChecks.byPattern(problems)
        .forEach(
            (id, own) -> {
              if (ids.contains(id)) {
                concerning.addAll(own);
              }
            });
    return concerning;
  }

  private static Pattern known(Catalog catalog, String id) throws UsageException {
    Optional<Pattern> pattern = catalog.pattern(id);
    if (pattern.isEmpty()) {
      throw new UsageException("there is no pattern '" + id + "'; see 'patterns list'");
    }
    return pattern.get();
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
      spec.addPositional(Options.arguments("ID", "0..*", "Ids of patterns; none for all."));
      spec.addOption(
          Options.value("--patterns", "DIR", "The folder of patterns; default: ./patterns."));
      if (name.equals("golden")) {
        spec.addOption(
            Options.value("--cases", "DIR", "The folder of golden logs; default: ./test-logs."));
        spec.addOption(Options.value("--rules", "DIR", "The folder of rules; default: ./rules."));
      }
      return spec;
    }

    @Override
    public ExitCode run(ParseResult args, Session session)
        throws ConfigurationException, UsageException, IOException {
      return run(args, session, Options.arguments(args));
    }

    abstract ExitCode run(ParseResult args, Session session, List<String> ids)
        throws ConfigurationException, UsageException, IOException;

    /** The folder to work on: authors work on sources. */
    static Path folder(ParseResult args, Session session) throws UsageException {
      Path folder = session.path(Options.get(args, "--patterns", FOLDER));
      if (!Files.isDirectory(folder)) {
        throw new UsageException(
            "there is no folder '" + folder + "'; name the folder of patterns with --patterns");
      }
      return folder;
    }

    /** The sources when they are here, the patterns of the jar otherwise. */
    static Catalog catalog(ParseResult args, Session session)
        throws ConfigurationException, IOException {
      Path folder = session.path(Options.get(args, "--patterns", FOLDER));
      return Files.isDirectory(folder) ? Knowledge.catalog(folder) : Knowledge.bundledCatalog();
    }
  }
}
