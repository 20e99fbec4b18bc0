package dev.fixpoint.catalog;

import dev.fixpoint.model.KnownName;
import java.util.Map;
import java.util.Optional;

/**
 * Facts about names, such as which distribution provides a Python module.
 *
 * @param name the table's name; {@code patterns/_tables/<name>.tsv}
 * @param entity what an answer is called among the entities of a diagnosis
 * @param prefixes whether a dotted name may be answered by a prefix of it
 * @param rows the answers by key
 */
public record Table(String name, String entity, boolean prefixes, Map<String, Row> rows) {
  public Table {
    rows = Map.copyOf(rows);
  }

  /**
   * One answer.
   *
   * @param value the answer
   * @param trust {@code vouched}, {@code hint} or {@code trap}
   * @param note a remark for people, or the empty string
   */
  public record Row(String value, String trust, String note) {}

  /** What the table knows of a name. */
  public Optional<KnownName> find(String asked) {
    String key = asked;
    while (true) {
      Row row = rows.get(key);
      if (row != null) {
        return Optional.of(new KnownName(name, asked, key, row.value, row.trust, row.note));
      }
      int dot = prefixes ? key.lastIndexOf('.') : -1;
      if (dot < 0) {
        return Optional.empty();
      }
      key = key.substring(0, dot);
    }
  }
}
