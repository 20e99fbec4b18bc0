package dev.fixpoint.parse;

/**
 * The bounds of parsing. Reaching one is reported as a problem.
 *
 * @param lineBytes a cleaned line longer than this is cut into several with the same number
 * @param sections a log with more sections than this keeps the surplus in the last one
 */
public record ParseLimits(int lineBytes, int sections) {
  /** What holds when nothing is configured. */
  public static final ParseLimits DEFAULT = new ParseLimits(16 * 1024, 20_000);
}
