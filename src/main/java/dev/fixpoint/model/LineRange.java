package dev.fixpoint.model;

/**
 * An inclusive range of line positions.
 *
 * @param first the first position, 1-based
 * @param last the last position, at least {@code first}
 */
public record LineRange(long first, long last) {
  public LineRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("not a range of lines: " + first + ".." + last);
    }
  }

  /** Whether the position lies inside. */
  public boolean contains(long position) {
    return first <= position && position <= last;
  }

  /** How many lines the range spans. */
  public long length() {
    return last - first + 1;
  }
}
