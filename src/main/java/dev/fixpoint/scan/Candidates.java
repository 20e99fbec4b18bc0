package dev.fixpoint.scan;

import java.util.Arrays;

/** Pairs of a line and a pattern that may match it, each once, to be visited in order of lines. */
final class Candidates {
  /** Takes one pair. */
  interface Visitor {
    void visit(int line, int pattern);
  }

  private long[] pairs = new long[256];
  private int count;

  void clear() {
    count = 0;
  }

  void add(int line, int pattern) {
    long pair = ((long) line << 32) | pattern;
    if (count > 0 && pairs[count - 1] == pair) {
      return;
    }
    if (count == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * count);
    }
    pairs[count++] = pair;
  }

  void forEachInOrder(Visitor visitor) {
    Arrays.sort(pairs, 0, count);
    for (int i = 0; i < count; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        visitor.visit((int) (pairs[i] >>> 32), (int) pairs[i]);
      }
    }
  }
}
