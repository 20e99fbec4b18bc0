package dev.fixpoint.cli;

import dev.fixpoint.record.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code journal verify}: checks that nothing in a journal was changed. */
final class JournalVerifyCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("verify", "Check that no entry was changed, taken out or put in.");
    spec.addPositional(Options.arguments("FILE", "1", "The journal."));
    return spec;
  }

  @Override
  public ExitCode run(ParseResult args, Session session) throws UsageException, IOException {
    Path file = session.path(Options.arguments(args).get(0));
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no journal '" + file + "'");
    }
    Journal.Check check = new Journal(file).verify();
    session.out().println(check.entries() + " entries in order, the last has " + check.lastHash());
    session.report(check.problems());
    return check.problems().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
  }
}
