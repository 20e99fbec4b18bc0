package dev.fixpoint.parse;

/** Notices lines inside a private key, which spans many of them and must not be shown. */
final class KeyBlocks {
  static final byte[] MASKED = Bytes.of(Redactor.MASK);
  private static final byte[] BEGIN = Bytes.of("-----BEGIN ");
  private static final byte[] END = Bytes.of("-----END ");
  private static final byte[] PRIVATE = Bytes.of("PRIVATE KEY-----");

  /** No private key is longer; behind this many lines the end mark was lost. */
  private static final int LINES = 200;

  private int left;

  /** Whether the line is part of a private key; its first line is not: the redactor masks it. */
  boolean inside(byte[] line, int start, int end) {
    if (left > 0) {
      left--;
      if (Bytes.indexOf(line, start, end, END) >= 0) {
        left = 0;
      }
      return true;
    }
    if (end - start >= BEGIN.length && opens(line, start, end)) {
      left = LINES;
    }
    return false;
  }

  private static boolean opens(byte[] line, int start, int end) {
    int begin = dashes(line, start, end);
    return begin >= 0
        && Bytes.indexOf(line, begin, end, BEGIN) >= 0
        && Bytes.indexOf(line, begin, end, PRIVATE) >= 0
        && Bytes.indexOf(line, begin, end, END) < 0;
  }

  /** Every fifth byte is enough to meet five dashes in a row. */
  private static int dashes(byte[] line, int start, int end) {
    for (int i = start + 4; i < end; i += 5) {
      if (line[i] == '-' && (line[i - 1] == '-' || i + 1 < end && line[i + 1] == '-')) {
        return Math.max(start, i - 4);
      }
    }
    return -1;
  }
}
