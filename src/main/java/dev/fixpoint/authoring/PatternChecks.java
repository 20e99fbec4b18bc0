package dev.fixpoint.authoring;

import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.CatalogReader;
import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Severity;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.parse.LogParser;
import dev.fixpoint.parse.ParseLimits;
import dev.fixpoint.regex.LinePattern;
import dev.fixpoint.regex.RegexSyntaxException;
import dev.fixpoint.scan.LogScanner;
import dev.fixpoint.scan.ScanLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks patterns beyond their form: that they find their examples and leave the others alone, that
 * every branch of an expression is hit by an example, and that their words keep the house style.
 */
public final class PatternChecks {
  private final Path folder;
  private final LogParser parser = new LogParser(ParseLimits.DEFAULT);

  /**
   * @param folder the folder the patterns were read from, for the location of problems
   */
  public PatternChecks(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a folder of patterns and checks everything about them.
   *
   * @param folder the folder
   * @return everything that is wrong, each with file and line
   * @throws IOException when a file cannot be read
   */
  public static List<Problem> lint(Path folder) throws IOException {
    CatalogReader.Result result = CatalogReader.read(folder, true);
    List<Problem> problems = new ArrayList<>(result.problems());
    PatternChecks checks = new PatternChecks(folder);
    for (Pattern pattern : result.catalog().patterns()) {
      problems.addAll(checks.style(pattern));
    }
    if (result.usable() || onlyLocks(result.problems())) {
      problems.addAll(checks.test(result.catalog(), result.catalog().patterns()));
    }
    return problems;
  }

  private static boolean onlyLocks(List<Problem> problems) {
    return problems.stream().allMatch(problem -> problem.code() == Problem.Code.PATTERN_LOCK);
  }

  /**
   * Runs the examples of some patterns.
   *
   * @param catalog what the patterns are of
   * @param patterns the patterns
   * @return what does not behave as its example says
   */
  public List<Problem> test(Catalog catalog, List<Pattern> patterns) {
    List<Problem> problems = new ArrayList<>();
    for (Pattern pattern : patterns) {
      LogScanner scanner = new LogScanner(List.of(anywhere(pattern)), ScanLimits.DEFAULT);
      for (Pattern.Examples.Positive example : pattern.examples().mustMatch()) {
        List<Finding> found = find(scanner, example.text());
        if (found.isEmpty()) {
          problems.add(
              failed(
                  pattern,
                  example.line(),
                  "this must match, but does not: " + firstLine(example.text()),
                  "try the expression on the line alone; mind '^', and literals spelt otherwise"));
        } else {
          captures(pattern, example, found.get(0), problems);
        }
      }
      for (Pattern.Examples.Negative example : pattern.examples().mustNotMatch()) {
        if (!find(scanner, example.text()).isEmpty()) {
          problems.add(
              failed(
                  pattern,
                  example.line(),
                  "this must not match, but does: " + firstLine(example.text()),
                  "narrow the expression, or add an 'unless'"));
        }
      }
      branches(pattern, problems);
    }
    return problems;
  }

  /** Examples carry no marks of a CI. */
  private static Pattern anywhere(Pattern pattern) {
    return new Pattern(
        pattern.id(),
        pattern.version(),
        pattern.status(),
        pattern.title(),
        pattern.description(),
        pattern.category(),
        pattern.severity(),
        pattern.weight(),
        List.of(),
        pattern.match(),
        pattern.captures(),
        pattern.explains(),
        pattern.examples(),
        pattern.references(),
        pattern.cause(),
        pattern.fix());
  }

  private List<Finding> find(LogScanner scanner, String text) {
    LogScanner.Scan scan = scanner.open();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      LogDocument document =
          parser.parse(LogInput.of("example", () -> new ByteArrayInputStream(bytes)), scan::accept);
      return scan.findings(document);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private void captures(
      Pattern pattern, Pattern.Examples.Positive example, Finding finding, List<Problem> problems) {
    new TreeMap<>(example.captures())
        .forEach(
            (name, expected) -> {
              String actual = finding.capture(name);
              if (!pattern.captures().containsKey(name)) {
                problems.add(
                    failed(
                        pattern,
                        example.line(),
                        "nothing captures '" + name + "'",
                        "see captures"));
              } else if (!actual.equals(expected)) {
                problems.add(
                    failed(
                        pattern,
                        example.line(),
                        "'" + name + "' captures '" + actual + "', not '" + expected + "'",
                        "mend the expression or the example"));
              }
            });
  }

  /** A branch that no example takes is a guess. */
  private void branches(Pattern pattern, List<Problem> problems) {
    List<LinePattern> expressions = new ArrayList<>();
    expressions.add(pattern.match().regex());
    pattern.match().within().follow().forEach(follow -> expressions.add(follow.regex()));
    for (LinePattern expression : expressions) {
      try {
        for (String variant : LinePattern.branches(expression.regex())) {
          LinePattern only = LinePattern.of(variant, List.of(), false);
          boolean hit =
              pattern.examples().mustMatch().stream()
                  .flatMap(example -> example.text().lines())
                  .anyMatch(line -> only.match(line) != null);
          if (!hit) {
            problems.add(
                failed(
                    pattern,
                    1,
                    "no example takes this branch: " + variant,
                    "add an example that must match, or drop the branch"));
          }
        }
      } catch (RegexSyntaxException e) {
        problems.add(failed(pattern, 1, String.valueOf(e.getMessage()), "mend the expression"));
      }
    }
  }

  /** House style. */
  private List<Problem> style(Pattern pattern) {
    List<Problem> problems = new ArrayList<>();
    if (pattern.title().endsWith(".")) {
      problems.add(style(pattern, "the title ends in a full stop", "drop it"));
    }
    java.util.regex.Matcher names =
        java.util.regex.Pattern.compile("\\{(\\w+)\\}").matcher(pattern.title());
    while (names.find()) {
      if (!pattern.captures().containsKey(names.group(1))) {
        problems.add(
            style(
                pattern,
                "the title names '" + names.group(1) + "', which nothing captures",
                "name a capture"));
      }
    }
    boolean names1 = !pattern.cause().isEmpty();
    if (names1 && (pattern.severity() == Severity.NOTE || pattern.severity() == Severity.WARNING)) {
      problems.add(
          style(
              pattern,
              "a " + pattern.severity() + " names a cause, which is never used",
              "raise the severity or drop 'diagnosis'"));
    }
    if (!names1 && pattern.severity() == Severity.SUMMARY) {
      problems.add(style(pattern, "a summary has no diagnosis", "add 'diagnosis: {cause: ...}'"));
    }
    return problems;
  }

  private Problem style(Pattern pattern, String message, String hint) {
    return Problem.error(Problem.Code.PATTERN_STYLE, location(pattern, 1), message, hint);
  }

  private Problem failed(Pattern pattern, int line, String message, String hint) {
    return Problem.error(Problem.Code.PATTERN_EXAMPLE, location(pattern, line), message, hint);
  }

  private String location(Pattern pattern, int line) {
    int dot = pattern.id().indexOf('.');
    return folder
            .resolve(pattern.id().substring(0, dot))
            .resolve(pattern.id().substring(dot + 1) + ".yaml")
        + ":"
        + Math.max(1, line);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end) + " ...";
    return line.length() > 160 ? line.substring(0, 160) + "..." : line;
  }

  /** The problems that concern certain patterns, by the id of the pattern. */
  public static Map<String, List<Problem>> byPattern(List<Problem> problems) {
    Map<String, List<Problem>> grouped = new TreeMap<>();
    for (Problem problem : problems) {
      String place = problem.location().replaceAll(":\\d+$", "").replace('\\', '/');
      String[] segments = place.split("/", -1);
      String id =
          segments.length < 2
              ? place
              : segments[segments.length - 2]
                  + "."
                  + segments[segments.length - 1].replaceAll("\\.yaml$", "");
      grouped.computeIfAbsent(id, key -> new ArrayList<>()).add(problem);
    }
    return grouped;
  }
}
