package dev.fixpoint.parse;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.RunContext;

/**
 * The marks one CI system leaves in its logs. A line is given at most once; the sections that
 * follow from it are written into the book.
 */
abstract class Markers {
  final SectionBook book;

  Markers(SectionBook book) {
    this.book = book;
  }

  /** The system whose marks these are. */
  abstract Dialect dialect();

  /**
   * Whether a line that begins with this byte can be a mark at all. Most lines are told apart by
   * this alone.
   */
  abstract boolean mayStart(byte first);

  /**
   * Reads a line that may be a mark.
   *
   * @return whether it was one
   */
  abstract boolean read(byte[] line, int start, int end, long position);

  /** Whether the line that was read last is the echo of a script. */
  boolean echo() {
    return false;
  }

  /** Called once at the end of the log: settles outcomes that depend on what came after. */
  void finish() {}

  /** What the marks said of the run. */
  RunContext run() {
    return RunContext.UNKNOWN;
  }

  static int number(String text, int from) {
    int value = 0;
    int digits = 0;
    for (int i = from; i < text.length() && digits < 9; i++, digits++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        break;
      }
      value = 10 * value + (c - '0');
    }
    return digits == 0 ? -1 : value;
  }
}
