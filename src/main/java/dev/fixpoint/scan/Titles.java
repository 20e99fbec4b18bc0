package dev.fixpoint.scan;

import java.util.Map;

/** Titles with places for captures. */
final class Titles {
  private static final int LONGEST = 80;

  private Titles() {}

  /** Puts captures in place of {@code {name}}; a name that captured nothing becomes "?". */
  static String fill(String title, Map<String, String> captures) {
    if (title.indexOf('{') < 0) {
      return title;
    }
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < title.length()) {
      int open = title.indexOf('{', at);
      int close = open < 0 ? -1 : title.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String value = captures.getOrDefault(title.substring(open + 1, close), "?");
      filled
          .append(title, at, open)
          .append(value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
      at = close + 1;
    }
    return filled.append(title.substring(at)).toString();
  }
}
