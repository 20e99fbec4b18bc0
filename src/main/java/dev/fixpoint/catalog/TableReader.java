package dev.fixpoint.catalog;

import dev.fixpoint.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one table: lines of key, value, trust and note with tabs between, under a head of lines
 * that begin with {@code #} and name {@code source}, {@code entity} and {@code match}.
 */
final class TableReader {
  private static final Set<String> TRUST = Set.of("vouched", "hint", "trap");

  private TableReader() {}

  /**
   * Reads a table.
   *
   * @param text the file
   * @param path its path, for the location of problems
   * @param name the name that its path gives it
   * @param problems where problems go
   */
  static Table read(String text, String path, String name, List<Problem> problems) {
    Map<String, String> head = new HashMap<>();
    Map<String, Table.Row> rows = new HashMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.startsWith("#")) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          head.putIfAbsent(line.substring(1, colon).strip(), line.substring(colon + 1).strip());
        }
        continue;
      }
      if (line.isBlank()) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      boolean shaped = cells.length == 3 || cells.length == 4;
      if (!shaped || !TRUST.contains(cells[2])) {
        problems.add(
            wrong(
                path + ":" + number,
                "this is not key, value, trust and note with tabs between",
                "trust is one of " + TRUST));
      } else if (rows.put(
              cells[0], new Table.Row(cells[1], cells[2], cells.length == 4 ? cells[3] : ""))
          != null) {
        problems.add(
            wrong(path + ":" + number, "'" + cells[0] + "' stands here twice", "remove one"));
      }
    }
    for (String needed : List.of("source", "entity", "match")) {
      if (!head.containsKey(needed)) {
        problems.add(
            wrong(
                path + ":1",
                "the head does not name '" + needed + "'",
                "add '# " + needed + ": ...'"));
      }
    }
    return new Table(
        name, head.getOrDefault("entity", ""), "prefix".equals(head.get("match")), rows);
  }

  private static Problem wrong(String where, String message, String hint) {
    return Problem.error(Problem.Code.PATTERN_INVALID, where, message, hint);
  }
}
