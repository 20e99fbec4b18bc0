package dev.fixpoint.authoring;

import dev.fixpoint.catalog.Pattern;
import java.util.Locale;

/** A pattern told to a person. */
public final class PatternText {
  private PatternText() {}

  /** Everything about a pattern but its examples; ends with an empty line. */
  public static String of(Pattern pattern) {
    StringBuilder text = new StringBuilder();
    text.append(pattern.ref()).append("  ").append(pattern.title()).append('\n');
    row(text, "means", pattern.description().strip());
    row(
        text,
        "says",
        String.format(
            Locale.ROOT,
            "%s, %s, %s, right about %.0f times in 100 by itself",
            pattern.category(),
            pattern.severity(),
            pattern.status(),
            100 * pattern.weight()));
    row(text, "literals", String.join(" | ", pattern.match().literals()));
    row(text, "regex", pattern.match().regex().regex());
    pattern.match().unless().forEach(regex -> row(text, "unless", regex.regex()));
    Pattern.Within within = pattern.match().within();
    within
        .follow()
        .forEach(
            follow ->
                row(
                    text,
                    "then",
                    follow.regex().regex()
                        + "  (within "
                        + within.lines()
                        + " lines"
                        + (follow.optional() ? ", may be missing)" : ")")));
    within.unless().forEach(regex -> row(text, "unless after", regex.regex()));
    within.unlessBefore().forEach(regex -> row(text, "unless before", regex.regex()));
    within.until().forEach(regex -> row(text, "until", regex.regex()));
    pattern.captures().keySet().stream()
        .sorted()
        .forEach(
            name -> {
              Pattern.Capture capture = pattern.captures().get(name);
              boolean groups = capture != null && capture.groupBy();
              row(text, "captures", name + (groups ? ", tells failures apart" : ""));
            });
    pattern.explains().forEach(symptom -> row(text, "explains", symptom));
    if (!pattern.cause().isEmpty()) {
      row(text, "cause", pattern.cause());
    }
    if (!pattern.fix().isEmpty()) {
      row(text, "fix", pattern.fix());
    }
    pattern.references().forEach(reference -> row(text, "see", reference));
    return text.append('\n').toString();
  }

  private static void row(StringBuilder text, String label, String value) {
    text.append(
        String.format(
            Locale.ROOT, "  %-13s %s%n", label, value.replace("\n", "\n" + " ".repeat(16))));
  }
}
