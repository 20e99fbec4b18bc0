package dev.fixpoint.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a log that ended in one way: the log itself, a job, or a step.
 *
 * @param id its number in the document; 0 is the log itself
 * @param parent the id of the section around it; 0 for jobs and for the log itself
 * @param kind the level
 * @param title what the CI calls it, or the empty string
 * @param command the command or action that ran, or the empty string
 * @param range its lines
 * @param outcome how it ended
 * @param exitCode the exit code that the log shows, or null
 * @param tolerated whether its failure does not fail the job: allowed to fail, clean-up, reporting
 * @param attempt 1 for the first try; higher for the tries of a retried command
 * @param tail its last lines of output that say something, oldest first
 */
public record LogSection(
    int id,
    int parent,
    SectionKind kind,
    String title,
    String command,
    LineRange range,
    Outcome outcome,
    @Nullable Integer exitCode,
    boolean tolerated,
    int attempt,
    List<LogLine> tail) {
  public LogSection {
    tail = List.copyOf(tail);
  }

  /** Whether the section failed and its failure counts. */
  public boolean failed() {
    return outcome == Outcome.FAILED && !tolerated;
  }
}
