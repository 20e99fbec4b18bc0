package dev.fixpoint.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that proves a diagnosis.
 *
 * @param line the raw line number, 1-based, in its file
 * @param part the file inside a log of several, or the empty string
 * @param position the line's place in the whole document
 * @param text the cleaned line
 * @param pattern the pattern that matched it, or null when the line was chosen by its place
 * @param excerpt the lines around it
 */
public record Evidence(
    long line,
    String part,
    long position,
    String text,
    @Nullable PatternRef pattern,
    List<LogLine> excerpt) {
  public Evidence {
    excerpt = List.copyOf(excerpt);
  }
}
