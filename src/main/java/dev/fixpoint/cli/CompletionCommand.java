package dev.fixpoint.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: prints the script that completes commands and options in bash and zsh. */
final class CompletionCommand implements Command {
  private final CommandSpec root;

  CompletionCommand(CommandSpec root) {
    this.root = root;
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
        "completion", "Print a completion script: source <(fixpoint completion), in bash or zsh.");
  }

  @Override
  public ExitCode run(ParseResult args, Session session) {
    CommandLine line = root.commandLine();
    session.out().print(AutoComplete.bash("fixpoint", line));
    return ExitCode.OK;
  }
}
