package dev.fixpoint.scan;

import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.regex.LinePattern;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pattern found in a block.
 *
 * @param first the index of the line that the pattern begins with
 * @param shown the index of the line to show
 * @param last the index of the last line that belongs to it
 * @param captures what was captured on all its lines
 */
record Match(int first, int shown, int last, Map<String, String> captures) {

  /** Looks for a pattern on one line, and around it where the pattern says so. */
  static @Nullable Match find(Pattern pattern, LineText text, int line) {
    Pattern.Match match = pattern.match();
    String first = text.of(line);
    Map<String, String> captures = match.regex().match(first);
    if (captures == null || any(match.unless(), first)) {
      return null;
    }
    Pattern.Within within = match.within();
    if (within.lines() == 0) {
      return new Match(line, line, line, captures);
    }
    if (near(within.unlessBefore(), text, Math.max(0, line - within.lines()), line - 1)) {
      return null;
    }
    int end = end(within, text, line);
    if (near(within.unless(), text, line + 1, end)) {
      return null;
    }
    return follow(within.follow(), text, line, end, captures);
  }

  /** The last line to look at. */
  private static int end(Pattern.Within within, LineText text, int line) {
    int end = Math.min(text.block().lines() - 1, line + within.lines());
    if (!within.until().isEmpty()) {
      for (int i = line + 1; i <= end; i++) {
        if (any(within.until(), text.of(i))) {
          return i - 1;
        }
      }
    }
    return end;
  }

  private static @Nullable Match follow(
      List<Pattern.Follow> steps, LineText text, int line, int end, Map<String, String> captures) {
    Map<String, String> all = new TreeMap<>(captures);
    int shown = line;
    int at = line;
    for (Pattern.Follow step : steps) {
      int found = -1;
      for (int i = at + 1; i <= end && found < 0; i++) {
        Map<String, String> more = step.regex().match(text.of(i));
        if (more != null) {
          more.forEach(all::putIfAbsent);
          found = i;
        }
      }
      if (found < 0) {
        if (step.optional()) {
          continue;
        }
        return null;
      }
      at = found;
      shown = step.show() ? found : shown;
    }
    return new Match(line, shown, at, all);
  }

  private static boolean near(List<LinePattern> expressions, LineText text, int from, int to) {
    if (expressions.isEmpty()) {
      return false;
    }
    for (int i = from; i <= to; i++) {
      if (any(expressions, text.of(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(List<LinePattern> expressions, String line) {
    for (LinePattern expression : expressions) {
      if (expression.match(line) != null) {
        return true;
      }
    }
    return false;
  }
}
