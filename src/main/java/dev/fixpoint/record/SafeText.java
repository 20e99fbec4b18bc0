package dev.fixpoint.record;

/**
 * Text of a log made harmless for one medium. The parser has removed escape sequences already; what
 * is done here holds for any text, wherever it came from.
 */
final class SafeText {
  private SafeText() {}

  /**
   * For a terminal: no control characters, nothing invisible, nothing that turns text around, and
   * nothing that the runner of GitHub Actions, where the terminal may be a log again, takes for a
   * command. It looks for {@code ##[} anywhere and for {@code ::} at the start of a line.
   */
  static String terminal(String text) {
    String visible = visible(text);
    if (visible.contains("##[")) {
      visible = visible.replace("##[", "## [");
    }
    return visible.stripLeading().startsWith("::") ? visible.replaceFirst("::", ": :") : visible;
  }

  /** For JSON: the same text to whoever reads JSON, no command to a runner that sees it go by. */
  static String json(String document) {
    return document.contains("##[") ? document.replace("##[", "#\\u0023[") : document;
  }

  private static String visible(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless = c == '\t' || c >= 0x20 && c < 0x7f || c >= 0xa0 && !invisible(c);
      if (harmless) {
        if (safe != null) {
          safe.append(c);
        }
        continue;
      }
      if (safe == null) {
        safe = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (c != 0x7f && c >= 0x20) {
        safe.append('\u00b7');
      }
    }
    return safe == null ? text : safe.toString();
  }

  /** Zero-width characters, and those that change the direction of text. */
  private static boolean invisible(char c) {
    return c >= 0x200b && c <= 0x200f
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2060 && c <= 0x206f
        || c == 0xfeff
        || c == 0x061c
        || c >= 0xfff9 && c <= 0xfffb;
  }

  /** For HTML, inside elements and attributes. */
  static String html(String text) {
    return terminal(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** For one line of Markdown outside of fences: no markup, no mention, no link, no HTML. */
  static String markdown(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    String clean = terminal(text).replace('\t', ' ');
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '@' -> safe.append("@\u200b");
        case '#' -> safe.append("#\u200b");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '!' -> safe.append('\\').append(c);
        case ':' -> safe.append(clean.startsWith("://", i) ? ":\u200b" : ":");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** For a block of Markdown: a fence longer than any run of backticks inside. */
  static String fence(String text) {
    String clean = text.lines().map(SafeText::terminal).reduce((a, b) -> a + "\n" + b).orElse("");
    int longest = 2;
    int run = 0;
    for (int i = 0; i < clean.length(); i++) {
      run = clean.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + "text\n" + clean + "\n" + fence;
  }

  /** Cuts to a length, the cut shown. */
  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
