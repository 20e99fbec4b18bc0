package dev.fixpoint.parse;

import java.util.Arrays;

/**
 * Turns a raw line into what a person would read: without escape sequences, NULs, byte order marks
 * and control characters, cut where a carriage return overwrote the line, and cut where a long line
 * of JSON holds escaped newlines.
 */
final class LineCleaner {
  /** Takes one cleaned segment; a raw line gives at least one. */
  interface Sink {
    void segment(byte[] bytes, int start, int end);
  }

  private static final byte ESC = 0x1b;
  private static final byte BELL = 0x07;
  private static final byte BACKSPACE = 0x08;

  /** Bytes that make the slow path necessary. */
  private static final boolean[] SPECIAL = new boolean[256];

  static {
    for (int i = 0; i < 0x20; i++) {
      SPECIAL[i] = i != '\t';
    }
    SPECIAL[0x7f] = true;
    SPECIAL['^'] = true;
    SPECIAL[0xc2] = true;
    SPECIAL[0xef] = true;
  }

  /** Below this length a line of JSON is left whole: a person can read it. */
  private static final int UNFOLD_FROM = 1000;

  private final int limit;
  private final Sink sink;
  private byte[] out = new byte[4096];
  private int length;
  private boolean emitted;
  private boolean cut;

  /**
   * @param limit a longer segment is cut
   * @param sink takes the segments
   */
  LineCleaner(int limit, Sink sink) {
    this.limit = limit;
    this.sink = sink;
  }

  /** Whether a segment had to be cut because it was too long, ever. */
  boolean cut() {
    return cut;
  }

  /** Cleans the bytes of one raw line, or of one piece of a very long one. */
  void clean(byte[] raw, int start, int end) {
    boolean unfold = end - start >= UNFOLD_FROM && escapedNewlines(raw, start, end) >= 3;
    if (!unfold && end - start <= limit && plain(raw, start, end)) {
      sink.segment(raw, start, end);
      return;
    }
    length = 0;
    emitted = false;
    int i = start;
    while (i < end) {
      i = unfold && raw[i] == '\\' ? unfold(raw, i, end) : step(raw, i, end);
      if (length >= limit) {
        cut = true;
        emit();
      }
    }
    if (length > 0 || !emitted) {
      emit();
    }
  }

  private static boolean plain(byte[] raw, int start, int end) {
    for (int i = start; i < end; i++) {
      if (SPECIAL[raw[i] & 0xff]) {
        return false;
      }
    }
    return true;
  }

  private static int escapedNewlines(byte[] raw, int start, int end) {
    int found = 0;
    for (int i = start; i + 1 < end; i++) {
      if (raw[i] == '\\' && raw[i + 1] == 'n') {
        found++;
      }
    }
    return found;
  }

  /** Reads an escape of JSON: a newline cuts, a tab and a quote become what they stand for. */
  private int unfold(byte[] raw, int i, int end) {
    byte escaped = i + 1 < end ? raw[i + 1] : 0;
    switch (escaped) {
      case 'n' -> emitUnlessEmpty();
      case 'r' -> {}
      case 't' -> put((byte) '\t');
      case '"', '\\' -> put(escaped);
      default -> {
        put(raw[i]);
        return i + 1;
      }
    }
    return i + 2;
  }

  private int step(byte[] raw, int i, int end) {
    byte b = raw[i];
    if (!SPECIAL[b & 0xff]) {
      put(b);
      return i + 1;
    }
    switch (b) {
      case ESC -> {
        return skipEscape(raw, i + 1, end);
      }
      case '^' -> {
        return caret(raw, i, end);
      }
      case (byte) 0xc2 -> {
        return i + 1 < end && (raw[i + 1] & 0xe0) == 0x80 ? i + 2 : keep(raw, i);
      }
      case (byte) 0xef -> {
        boolean mark = i + 2 < end && raw[i + 1] == (byte) 0xbb && raw[i + 2] == (byte) 0xbf;
        return mark ? i + 3 : keep(raw, i);
      }
      case '\r' -> emitUnlessEmpty();
      case BACKSPACE -> length = Math.max(0, length - 1);
      default -> {}
    }
    return i + 1;
  }

  private int keep(byte[] raw, int i) {
    put(raw[i]);
    return i + 1;
  }

  /**
   * Skips what follows an escape byte: a control sequence, a string for the terminal, or a pair.
   */
  private static int skipEscape(byte[] raw, int i, int end) {
    if (i >= end) {
      return end;
    }
    if (raw[i] == '[') {
      return skipControlSequence(raw, i + 1, end);
    }
    if (raw[i] == ']' || raw[i] == 'P' || raw[i] == 'X' || raw[i] == '_') {
      for (int k = i + 1; k < end; k++) {
        if (raw[k] == BELL) {
          return k + 1;
        }
        if (raw[k] == ESC) {
          return k + 1 < end && raw[k + 1] == '\\' ? k + 2 : k;
        }
      }
      return end;
    }
    boolean pair = raw[i] == '(' || raw[i] == ')' || raw[i] == '#' || raw[i] == '%';
    return Math.min(end, i + (pair ? 2 : 1));
  }

  private static int skipControlSequence(byte[] raw, int i, int end) {
    while (i < end && raw[i] >= 0x20 && raw[i] < 0x40) {
      i++;
    }
    return i < end && raw[i] >= 0x40 && raw[i] < 0x7f ? i + 1 : i;
  }

  /** Some tools write the escape byte as a caret and a bracket. */
  private int caret(byte[] raw, int i, int end) {
    if (i + 3 < end && raw[i + 1] == '[' && raw[i + 2] == '[') {
      int k = i + 3;
      while (k < end && (Bytes.digit(raw[k]) || raw[k] == ';' || raw[k] == '?')) {
        k++;
      }
      boolean letter =
          k < end && (raw[k] >= 'A' && raw[k] <= 'Z' || raw[k] >= 'a' && raw[k] <= 'z');
      if (letter) {
        return k + 1;
      }
    }
    return keep(raw, i);
  }

  private void put(byte b) {
    if (length == out.length) {
      out = Arrays.copyOf(out, 2 * length);
    }
    out[length++] = b;
  }

  private void emitUnlessEmpty() {
    if (length > 0) {
      emit();
    }
  }

  private void emit() {
    sink.segment(out, 0, length);
    length = 0;
    emitted = true;
  }
}
