package dev.fixpoint.cli;

import dev.fixpoint.engine.ConfigurationException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: its options, and what it does. */
interface Command {
  /** The options, described in code: annotations would cost time at every start. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @param args the parsed options
   * @param session the process around it
   * @throws ConfigurationException when patterns, rules or policy cannot be used
   * @throws UsageException when an option's value is none
   * @throws IOException when a file cannot be read or written; the message says which
   */
  ExitCode run(ParseResult args, Session session)
      throws ConfigurationException, UsageException, IOException;
}
