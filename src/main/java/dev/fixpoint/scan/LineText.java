package dev.fixpoint.scan;

import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.TextBlock;
import java.util.ArrayList;
import java.util.List;

/** The lines of a block as text, each decoded only when asked for. */
final class LineText {
  /** How much of a line is kept to be shown. */
  private static final int SHOWN = 2000;

  private static final int SHOWN_AROUND = 400;
  private static final int BEFORE = 4;
  private static final int AFTER = 5;

  private final TextBlock block;
  private int cachedLine = -1;
  private String cached = "";

  LineText(TextBlock block) {
    this.block = block;
  }

  TextBlock block() {
    return block;
  }

  String of(int line) {
    if (line != cachedLine) {
      cached = block.text(line);
      cachedLine = line;
    }
    return cached;
  }

  /** A line to keep. */
  LogLine shown(int line) {
    return new LogLine(block.position(line), cut(of(line), SHOWN));
  }

  /** The lines around one, itself included, to keep. */
  List<LogLine> around(int line) {
    List<LogLine> lines = new ArrayList<>();
    int last = Math.min(block.lines() - 1, line + AFTER);
    for (int i = Math.max(0, line - BEFORE); i <= last; i++) {
      lines.add(
          i == line ? shown(i) : new LogLine(block.position(i), cut(block.text(i), SHOWN_AROUND)));
    }
    return lines;
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
