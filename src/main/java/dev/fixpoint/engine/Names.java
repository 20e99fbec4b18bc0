package dev.fixpoint.engine;

import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.catalog.Table;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.KnownName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names that a log mentions, and what is known of them. */
final class Names {
  private Names() {}

  /** What the tables, and the log itself, know of the names that a finding captured. */
  static List<KnownName> known(Catalog catalog, Pattern pattern, Finding finding) {
    List<KnownName> known = new ArrayList<>();
    new TreeMap<>(pattern.captures())
        .forEach(
            (name, capture) -> {
              String value = finding.capture(name);
              if (value.isEmpty()) {
                return;
              }
              for (String tableName : capture.tables()) {
                Table table = catalog.tables().get(tableName);
                if (table != null) {
                  table.find(value).ifPresent(known::add);
                }
              }
              if (!capture.lists().isEmpty()) {
                known.addAll(listed(capture.lists(), value));
              }
            });
    return known;
  }

  /** {@code PyYAML-6.0.1 six-1.16.0}: names and versions. */
  private static List<KnownName> listed(String table, String value) {
    List<KnownName> listed = new ArrayList<>();
    for (String word : value.strip().split("\\s+", -1)) {
      int dash = word.lastIndexOf('-');
      boolean versioned =
          dash > 0 && dash + 1 < word.length() && Character.isDigit(word.charAt(dash + 1));
      String name = versioned ? word.substring(0, dash) : word;
      String version = versioned ? word.substring(dash + 1) : "";
      listed.add(new KnownName(table, normal(name), normal(name), version, "log", ""));
    }
    return listed;
  }

  /** Names of distributions are compared without regard to case, dots, dashes and underscores. */
  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  /** The names that real output mentions, and those the tables give for them. */
  static Set<String> mentioned(
      Catalog catalog, Map<String, Pattern> patterns, List<Finding> findings) {
    Set<String> names = new TreeSet<>();
    for (Finding finding : findings) {
      Pattern pattern = patterns.get(finding.pattern());
      if (finding.echoed() || pattern == null) {
        continue;
      }
      names.addAll(finding.captures().values());
      known(catalog, pattern, finding).stream()
          .filter(known -> !known.trust().equals("log"))
          .forEach(known -> names.add(known.value()));
    }
    return names;
  }
}
