package dev.fixpoint.regex;

import java.util.Arrays;

/**
 * Where the text of a tool can begin inside a line: at its start, and behind each tag that another
 * tool put in front when it passed the line on.
 */
final class LineStarts {
  static final int[] ONLY_FIRST = {0};

  private static final int TAGS = 4;
  private static final String[] WORDS = {"stderr: ", "stdout: ", "##[error]", "::error::"};

  private LineStarts() {}

  /** The offsets, ascending, the first being 0. */
  static int[] of(String line) {
    int[] starts = new int[TAGS + 1];
    int count = 1;
    int at = 0;
    while (count <= TAGS) {
      at = behindTag(line, at);
      if (at < 0) {
        break;
      }
      starts[count++] = at;
    }
    return count == 1 ? ONLY_FIRST : Arrays.copyOf(starts, count);
  }

  /** The offset behind one tag at an offset, or -1 when there is none. */
  private static int behindTag(String line, int from) {
    for (String word : WORDS) {
      if (line.startsWith(word, from)) {
        return from + word.length();
      }
    }
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    if (at >= line.length() || line.charAt(at) != '[') {
      return -1;
    }
    // [ERROR] of Maven, [junit] of Ant, [npm-install], [2/5]: short, and a blank behind it.
    int end = at + 1;
    while (end < line.length() && end - at < 24 && tagChar(line.charAt(end))) {
      end++;
    }
    boolean closed = end > at + 1 && end < line.length() && line.charAt(end) == ']';
    if (!closed) {
      return -1;
    }
    int text = end + 1;
    if (text < line.length() && line.charAt(text) == ':') {
      text++;
    }
    return text < line.length() && line.charAt(text) == ' ' ? text + 1 : -1;
  }

  private static boolean tagChar(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '/'
        || c == ':';
  }
}
