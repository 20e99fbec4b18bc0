package dev.fixpoint.model;

import java.util.List;

/**
 * One place where a pattern matched.
 *
 * @param line the line to show a person
 * @param last the position of the last line that belongs to the match
 * @param excerpt the lines around it, the shown line among them
 */
public record Occurrence(LogLine line, long last, List<LogLine> excerpt) {
  public Occurrence {
    excerpt = List.copyOf(excerpt);
  }
}
