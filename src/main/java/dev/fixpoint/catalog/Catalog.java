package dev.fixpoint.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All patterns, fix templates and tables.
 *
 * @param patterns the patterns, sorted by id
 * @param fixes the fix templates by id
 * @param tables the tables by name
 * @param digest the SHA-256 of the files it was read from, in hex
 */
public record Catalog(
    List<Pattern> patterns,
    Map<String, FixTemplate> fixes,
    Map<String, Table> tables,
    String digest) {
  public Catalog {
    patterns = patterns.stream().sorted(Comparator.comparing(Pattern::id)).toList();
    fixes = new TreeMap<>(fixes);
    tables = Map.copyOf(tables);
  }

  /** The pattern with this id. */
  public Optional<Pattern> pattern(String id) {
    return patterns.stream().filter(pattern -> pattern.id().equals(id)).findFirst();
  }

  /** The fix template with this id. */
  public Optional<FixTemplate> fix(String id) {
    return Optional.ofNullable(fixes.get(id));
  }
}
