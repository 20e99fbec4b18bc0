package dev.fixpoint.parse;

import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.TextBlock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Collects cleaned lines into blocks. Each block carries, beside its new lines, the lines before
 * and after them, so that a reader can look around without keeping anything.
 */
final class BlockAssembler {
  /** How many lines a reader may look back and ahead. */
  static final int SURROUND = 60;

  private static final int BODY_BYTES = 768 * 1024;
  private static final int TAIL_LINES = 12;
  private static final int TAIL_REACH = 80;

  private final Consumer<TextBlock> sink;
  private final UnaryOperator<String> redactor;
  private byte[] bytes = new byte[BODY_BYTES + BODY_BYTES / 4];
  private int[] starts = new int[16 * 1024];
  private long[] positions = new long[16 * 1024];
  private int[] sections = new int[16 * 1024];
  private byte[] flags = new byte[16 * 1024];
  private int lines;
  private int length;
  private int bodyFirst;

  BlockAssembler(Consumer<TextBlock> sink, UnaryOperator<String> redactor) {
    this.sink = sink;
    this.redactor = redactor;
  }

  /** Appends a line and hands over a block when enough has come together. */
  void append(byte[] line, int start, int end, long position, int section, byte flag) {
    ensure(end - start + 1);
    starts[lines] = length;
    positions[lines] = position;
    sections[lines] = section;
    flags[lines] = flag;
    System.arraycopy(line, start, bytes, length, end - start);
    length += end - start;
    bytes[length++] = '\n';
    lines++;
    starts[lines] = length;
    if (length - starts[bodyFirst] > BODY_BYTES && lines - bodyFirst > 2 * SURROUND) {
      handOver(lines - SURROUND);
    }
  }

  /** Hands over what is left. */
  void finish() {
    if (lines > bodyFirst) {
      handOver(lines);
    }
  }

  private void handOver(int bodyEnd) {
    sink.accept(
        new TextBlock(
            bytes, starts, positions, sections, flags, lines, bodyFirst, bodyEnd, redactor));
    int keep = Math.max(0, bodyEnd - SURROUND);
    int from = starts[keep];
    System.arraycopy(bytes, from, bytes, 0, length - from);
    int kept = lines - keep;
    for (int i = 0; i <= kept; i++) {
      starts[i] = starts[keep + i] - from;
    }
    System.arraycopy(positions, keep, positions, 0, kept);
    System.arraycopy(sections, keep, sections, 0, kept);
    System.arraycopy(flags, keep, flags, 0, kept);
    lines = kept;
    length -= from;
    bodyFirst = bodyEnd - keep;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + bytes.length / 2));
    }
    if (lines + 2 > starts.length) {
      int capacity = 2 * starts.length;
      starts = Arrays.copyOf(starts, capacity);
      positions = Arrays.copyOf(positions, capacity);
      sections = Arrays.copyOf(sections, capacity);
      flags = Arrays.copyOf(flags, capacity);
    }
  }

  /** The last lines of a section that say something, oldest first. */
  List<LogLine> tail(int section) {
    Deque<LogLine> tail = new ArrayDeque<>();
    int reach = Math.max(0, lines - TAIL_REACH);
    for (int i = lines - 1; i >= reach && tail.size() < TAIL_LINES; i--) {
      if (sections[i] != section) {
        break;
      }
      int end = starts[i + 1] - 1;
      boolean says =
          (flags[i] & TextBlock.ECHO) == 0
              && !Bytes.blank(bytes, starts[i], end)
              && !Bytes.startsWith(bytes, starts[i], end, GROUP);
      if (says) {
        int shown = Math.min(end, starts[i] + 1000);
        tail.addFirst(
            new LogLine(positions[i], redactor.apply(Bytes.text(bytes, starts[i], shown))));
      }
    }
    return List.copyOf(tail);
  }

  private static final byte[] GROUP = Bytes.of("##[");
}
