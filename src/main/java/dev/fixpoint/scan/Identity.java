package dev.fixpoint.scan;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What makes two failures the same: captured values without what differs from run to run and from
 * machine to machine.
 */
final class Identity {
  private static final Pattern ADDRESS = Pattern.compile("\\b0x[0-9a-fA-F]+|\\b[0-9a-f]{10,}\\b");
  private static final Pattern DURATION =
      Pattern.compile("\\b\\d+(?:\\.\\d+)?\\s?(?:ms|s|sec|seconds|min|minutes|m)\\b");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4,}");

  /** An absolute path down to its last two segments; the rest belongs to a machine. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?:[A-Za-z]:)?[/\\\\](?:[^\\s/\\\\:'\"]+[/\\\\])+([^\\s/\\\\:'\"]+[/\\\\][^\\s/\\\\:'\"]+)");

  private Identity() {}

  /** The identity of captured values, given by name. */
  static String of(Map<String, String> grouping) {
    StringBuilder identity = new StringBuilder();
    new TreeMap<>(grouping)
        .forEach(
            (name, value) -> {
              if (identity.length() > 0) {
                identity.append(';');
              }
              identity.append(name).append('=').append(normalise(value));
            });
    return identity.toString();
  }

  static String normalise(String value) {
    String result = value.length() > 300 ? value.substring(0, 300) : value;
    result = PATH.matcher(result).replaceAll("$1");
    result = ADDRESS.matcher(result).replaceAll("#");
    result = DURATION.matcher(result).replaceAll("#");
    return LONG_NUMBER.matcher(result).replaceAll("#").strip();
  }
}
