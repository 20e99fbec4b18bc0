package dev.fixpoint.catalog;

import dev.fixpoint.model.Problem;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Patterns that tests write down in one line. */
public final class TestPatterns {
  private TestPatterns() {}

  /** A pattern that groups by the given captures. */
  public static Pattern of(String id, String regex, String... groupBy) {
    return read(id, "  regex: '" + regex.replace("'", "''") + "'\n", regex, List.of(groupBy));
  }

  /** A pattern that looks around. */
  public static Pattern within(String id, String regex, String within) {
    return read(
        id,
        "  regex: '"
            + regex.replace("'", "''")
            + "'\n  within:\n"
            + within.stripTrailing().indent(4),
        regex + within,
        List.of());
  }

  /** A pattern of which the first or the last match counts. */
  public static Pattern occurring(String which, String regex, String... groupBy) {
    return read(
        "t.occurring",
        "  regex: '" + regex.replace("'", "''") + "'\n  occurrence: " + which + "\n",
        regex,
        List.of(groupBy));
  }

  private static Pattern read(String id, String match, String expressions, List<String> groupBy) {
    StringBuilder captures = new StringBuilder();
    for (String name : names(expressions)) {
      captures
          .append("  ")
          .append(name)
          .append(": {group_by: ")
          .append(groupBy.contains(name))
          .append("}\n");
    }
    String yaml =
        "id: "
            + id
            + "\nversion: 1\nstatus: stable\ntitle: a test\ndescription: a test\n"
            + "category: test\nseverity: error\nweight: 0.5\nmatch:\n"
            + match
            + "captures:"
            + (captures.length() == 0 ? " {}\n" : "\n" + captures)
            + "examples:\n  must_match: [{text: x}]\n  must_not_match: [{text: y, why: z}]\n"
            + "references: [a test]\ndiagnosis: {cause: a.cause}\n";
    List<Problem> problems = new ArrayList<>();
    try {
      Pattern pattern = PatternReader.read(DocumentReader.yaml(yaml), id, id, true, problems);
      if (!problems.isEmpty()) {
        throw new AssertionError(problems + "\n" + yaml);
      }
      return pattern;
    } catch (SyntaxException e) {
      throw new AssertionError(yaml, e);
    }
  }

  private static List<String> names(String expressions) {
    List<String> names = new ArrayList<>();
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile("\\(\\?<(\\w+)>").matcher(expressions);
    while (matcher.find()) {
      if (!names.contains(matcher.group(1))) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }
}
