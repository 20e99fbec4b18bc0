package dev.fixpoint.model;

import java.util.List;

/**
 * How one step ended, as rules see it.
 *
 * @param section the id of the step's section
 * @param job the id of the job around it, or 0
 * @param ordinal its place among the steps of the job, 1-based
 * @param title what the CI calls it
 * @param command the command that ran
 * @param purpose what the command is for: {@code test}, {@code lint}, {@code format}, {@code
 *     build}, {@code install}, {@code deploy}, {@code checkout}, or the empty string
 * @param outcome how it ended
 * @param exitCode the exit code, or -1 when the log does not show one
 * @param tolerated whether its failure does not count
 * @param attempt 1 for the first try of a command
 * @param healed whether a later try of the same command passed
 * @param deciding whether it is the first step of its job whose failure counts
 * @param first the position of its first line
 * @param last the position of its last line
 * @param tail its last lines of output that say something, oldest first
 */
public record StepOutcome(
    int section,
    int job,
    int ordinal,
    String title,
    String command,
    String purpose,
    Outcome outcome,
    int exitCode,
    boolean tolerated,
    int attempt,
    boolean healed,
    boolean deciding,
    long first,
    long last,
    List<LogLine> tail)
    implements Fact {
  public StepOutcome {
    tail = List.copyOf(tail);
  }

  /** Whether the step failed and its failure counts. */
  public boolean failed() {
    return outcome == Outcome.FAILED && !tolerated && !healed;
  }

  /** What kind of trouble a failure of this step most likely is, when nothing better is known. */
  public Kind purposeKind() {
    return switch (purpose) {
      case "test" -> Kind.TEST;
      case "lint" -> Kind.LINT;
      case "format" -> Kind.FORMAT;
      case "build" -> Kind.COMPILE;
      case "install" -> Kind.DEPENDENCY_UNRESOLVABLE;
      case "deploy" -> Kind.DEPLOY;
      case "checkout" -> Kind.GIT;
      default -> Kind.SCRIPT;
    };
  }
}
