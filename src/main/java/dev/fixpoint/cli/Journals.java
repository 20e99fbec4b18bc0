package dev.fixpoint.cli;

import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.record.Journal;
import java.io.IOException;
import java.time.Instant;
import picocli.CommandLine.ParseResult;

/** Keeps a journal where one was asked for. */
final class Journals {
  private Journals() {}

  static void append(ParseResult args, Session session, AnalysisRecord record) throws IOException {
    String file = Options.get(args, "--journal", "");
    if (!file.isEmpty()) {
      new Journal(session.path(file)).append(record, Instant.now());
    }
  }
}
