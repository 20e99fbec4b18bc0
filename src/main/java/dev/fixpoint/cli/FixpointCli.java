package dev.fixpoint.cli;

import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.engine.EngineVersion;
import dev.fixpoint.engine.Knowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The tree of commands, and the way from arguments to an exit code. */
final class FixpointCli {
  private final Session session;
  private final Map<CommandSpec, Command> commands = new HashMap<>();
  private final CommandLine line;

  FixpointCli(Session session) {
    this.session = session;
    CommandSpec root =
        Options.command("fixpoint", "Reads the log of a broken build: what broke, why, how sure.");
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version and the digests of patterns and rules.")
            .build());
    root.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.help());
    add(root, new AnalyzeCommand());
    add(root, new ExplainCommand());
    add(root, new ReplayCommand());
    add(
        root,
        "patterns",
        "Write, check and look up patterns.",
        List.of(
            PatternsCommand.list(),
            PatternsCommand.show(),
            PatternsCommand.lint(),
            PatternsCommand.test(),
            PatternsCommand.lock(),
            PatternsCommand.golden()));
    add(
        root,
        "rules",
        "Write, check and look up rules.",
        List.of(
            RulesCommand.list(), RulesCommand.show(), RulesCommand.lint(), RulesCommand.lock()));
    add(root, new EvalCommand());
    add(root, "journal", "Look after a journal of records.", List.of(new JournalVerifyCommand()));
    add(root, new CompletionCommand(root));
    root.versionProvider(FixpointCli::version);
    line = new CommandLine(root);
    line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
  }

  private void add(CommandSpec parent, Command command) {
    CommandSpec spec = command.spec();
    commands.put(spec, command);
    parent.addSubcommand(spec.name(), spec);
  }

  private void add(CommandSpec parent, String name, String description, List<Command> children) {
    CommandSpec group = Options.command(name, description);
    children.forEach(child -> add(group, child));
    parent.addSubcommand(name, group);
  }

  /** Runs a command line. */
  ExitCode run(String... args) {
    try {
      ParseResult result = line.parseArgs(args);
      ParseResult last = result;
      while (last.hasSubcommand()) {
        last = last.subcommand();
      }
      if (CommandLine.printHelpIfRequested(result)) {
        return ExitCode.OK;
      }
      Command command = commands.get(last.commandSpec());
      if (command == null) {
        last.commandSpec().commandLine().usage(session.err());
        return ExitCode.USAGE;
      }
      return command.run(last, session);
    } catch (ParameterException e) {
      return usage(String.valueOf(e.getMessage()), e.getCommandLine());
    } catch (UsageException e) {
      return usage(String.valueOf(e.getMessage()), line);
    } catch (ConfigurationException e) {
      session.report(e.problems());
      return ExitCode.CONFIGURATION;
    } catch (IOException e) {
      session.err().println("error: " + e.getMessage());
      return ExitCode.INPUT;
    }
  }

  private ExitCode usage(String message, CommandLine where) {
    session.err().println("error: " + message);
    session.err().println("see '" + where.getCommandSpec().qualifiedName() + " --help'");
    return ExitCode.USAGE;
  }

  /** The version and what it carries. */
  static String[] version() {
    return new String[] {
      "fixpoint " + EngineVersion.current(),
      "patterns " + Knowledge.bundledCatalog().digest(),
      "rules    " + Knowledge.bundledRulePack().digest()
    };
  }
}
