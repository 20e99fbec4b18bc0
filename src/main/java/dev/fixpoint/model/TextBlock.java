package dev.fixpoint.model;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * A run of cleaned lines on its way from the parser to the scanner: bytes for searching, text for
 * reading.
 *
 * <p>The lines of the <em>body</em> are new. The lines before and after it are the surroundings, so
 * that whoever looks at a line can see its neighbours without keeping anything: they are the body
 * of the block before or after.
 *
 * <p>A block is valid only while it is being handed over; the parser reuses its memory.
 */
public final class TextBlock {
  /** The line is the echo of a command or script, not its output. */
  public static final byte ECHO = 1;

  private final byte[] bytes;
  private final int[] starts;
  private final long[] positions;
  private final int[] sections;
  private final byte[] flags;
  private final int lines;
  private final int bodyFirst;
  private final int bodyEnd;
  private final UnaryOperator<String> redactor;

  /**
   * Wraps arrays without copying them.
   *
   * @param bytes the lines, each ended by a newline byte, as UTF-8
   * @param starts the offset of each line, and one more for the end of the last
   * @param positions the position of each line in the document
   * @param sections the section id of each line
   * @param flags the flags of each line
   * @param lines how many lines the arrays hold
   * @param bodyFirst the index of the first line of the body
   * @param bodyEnd the index after the last line of the body
   * @param redactor takes the secrets out of a line
   */
  public TextBlock(
      byte[] bytes,
      int[] starts,
      long[] positions,
      int[] sections,
      byte[] flags,
      int lines,
      int bodyFirst,
      int bodyEnd,
      UnaryOperator<String> redactor) {
    this.bytes = bytes;
    this.starts = starts;
    this.positions = positions;
    this.sections = sections;
    this.flags = flags;
    this.lines = lines;
    this.bodyFirst = bodyFirst;
    this.bodyEnd = bodyEnd;
    this.redactor = redactor;
  }

  /**
   * The bytes to search. They may hold secrets: whatever is shown or kept must come from {@link
   * #text}.
   */
  public byte[] bytes() {
    return bytes;
  }

  /** The index of the first line of the body. */
  public int bodyFirst() {
    return bodyFirst;
  }

  /** The index after the last line of the body. */
  public int bodyEnd() {
    return bodyEnd;
  }

  /** How many lines there are, surroundings included. */
  public int lines() {
    return lines;
  }

  /** The offset of a line's first byte. */
  public int start(int line) {
    return starts[line];
  }

  /** The offset after a line's last byte, its newline not included. */
  public int end(int line) {
    return starts[line + 1] - 1;
  }

  /** The position of a line in the document. */
  public long position(int line) {
    return positions[line];
  }

  /** The id of the section a line belongs to. */
  public int section(int line) {
    return sections[line];
  }

  /** Whether a line is the echo of a command or script, not its output. */
  public boolean echoed(int line) {
    return (flags[line] & ECHO) != 0;
  }

  /** A line as text, secrets taken out. */
  public String text(int line) {
    int start = starts[line];
    return redactor.apply(
        new String(bytes, start, starts[line + 1] - 1 - start, StandardCharsets.UTF_8));
  }

  /** A line with its position, secrets taken out. */
  public LogLine logLine(int line) {
    return new LogLine(positions[line], text(line));
  }

  /** The index of the line that holds the byte at an offset. */
  public int lineAt(int offset) {
    int low = 0;
    int high = lines - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
