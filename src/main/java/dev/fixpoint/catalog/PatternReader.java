package dev.fixpoint.catalog;

import dev.fixpoint.catalog.Pattern.Capture;
import dev.fixpoint.catalog.Pattern.Examples;
import dev.fixpoint.catalog.Pattern.Follow;
import dev.fixpoint.catalog.Pattern.Match;
import dev.fixpoint.catalog.Pattern.Occurrence;
import dev.fixpoint.catalog.Pattern.Within;
import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Kind;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Severity;
import dev.fixpoint.model.Status;
import dev.fixpoint.regex.LinePattern;
import dev.fixpoint.regex.Literals;
import dev.fixpoint.regex.RegexSyntaxException;
import dev.fixpoint.syntax.FieldReader;
import dev.fixpoint.syntax.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one pattern file and collects everything that is wrong with it. */
final class PatternReader {
  /** How far a match may look around; the scanner is given no more lines than that. */
  static final int FARTHEST = 50;

  private static final List<String> KEYS =
      List.of(
          "id",
          "version",
          "status",
          "title",
          "description",
          "category",
          "severity",
          "weight",
          "applies_to",
          "match",
          "captures",
          "explains",
          "examples",
          "references",
          "diagnosis");

  private final FieldReader file;
  private final boolean trusted;
  private final Set<String> captured = new LinkedHashSet<>();

  private PatternReader(FieldReader file, boolean trusted) {
    this.file = file;
    this.trusted = trusted;
  }

  /**
   * Reads a pattern.
   *
   * @param node the document
   * @param path its path, for the location of problems
   * @param id the id that its path gives it
   * @param trusted whether its author is: patterns of others are matched in linear time only
   * @param problems where problems go
   * @return the pattern; usable only when no problem was added
   */
  static Pattern read(Node node, String path, String id, boolean trusted, List<Problem> problems) {
    FieldReader file =
        new FieldReader(node.asFields(), path, Problem.Code.PATTERN_INVALID, problems);
    if (!(node instanceof Node.Fields)) {
      file.wrongAt(node.line(), "a pattern is a mapping of keys, this is " + node.sort(), "");
    }
    return new PatternReader(file, trusted).pattern(id);
  }

  private Pattern pattern(String expectedId) {
    file.only(KEYS);
    String id = file.text("id");
    if (!id.isEmpty() && !id.equals(expectedId)) {
      file.wrong(
          "id", "the id is '" + id + "', its path says '" + expectedId + "'", "make them agree");
    }
    Match match = match(file.child("match"));
    Map<String, Capture> captures = captures(file.child("captures"));
    FieldReader diagnosis = file.child("diagnosis");
    diagnosis.only(List.of("cause", "fix"));
    boolean names = file.fields().get("diagnosis").isPresent();
    return new Pattern(
        expectedId,
        file.integer("version", 1, 9999),
        file.word("status", Status::of, words(Status.values()), Status.EXPERIMENTAL),
        title(),
        file.text("description"),
        file.word("category", Kind::of, words(Kind.values()), Kind.UNKNOWN),
        file.word("severity", Severity::of, words(Severity.values()), Severity.NOTE),
        file.number("weight", 0, 1),
        dialects(),
        match,
        captures,
        explains(),
        examples(),
        references(),
        names ? diagnosis.text("cause") : "",
        names ? diagnosis.textOr("fix", "") : "");
  }

  private static List<String> words(Object[] values) {
    return Arrays.stream(values).map(Object::toString).toList();
  }

  private String title() {
    String title = file.text("title");
    if (title.length() > 100 || title.contains("\n")) {
      file.wrong("title", "the title is not one line of at most 100 characters", "shorten it");
    }
    return title;
  }

  private List<String> dialects() {
    FieldReader appliesTo = file.child("applies_to");
    appliesTo.only(List.of("dialects"));
    List<String> dialects = appliesTo.texts("dialects");
    List<String> known = words(Dialect.values());
    for (String dialect : dialects) {
      if (!known.contains(dialect)) {
        appliesTo.wrong(
            "dialects", "'" + dialect + "' is no CI system", "one of " + String.join(", ", known));
      }
    }
    return dialects;
  }

  private List<String> references() {
    List<String> references = file.texts("references");
    if (references.isEmpty()) {
      file.wrong(
          "references",
          "no reference says where the message comes from",
          "name the source file, the documentation, or the command that prints it");
    }
    return references;
  }

  private List<String> explains() {
    List<String> explains = file.texts("explains");
    for (String symptom : explains) {
      boolean kind = symptom.startsWith("kind:");
      if (kind && Kind.of(symptom.substring(5)).isEmpty()) {
        file.wrong(
            "explains",
            "'" + symptom + "' is no kind",
            "one of " + String.join(", ", words(Kind.values())));
      }
    }
    return explains;
  }

  // --- match ---------------------------------------------------------------------------------

  private Match match(FieldReader match) {
    match.only(List.of("literals", "regex", "unless", "within", "occurrence"));
    String regex = match.text("regex");
    LinePattern pattern = expression(match, "regex", regex);
    List<LinePattern> unless = expressions(match, "unless");
    Occurrence occurrence =
        match.fields().get("occurrence").isEmpty()
            ? Occurrence.ALL
            : match.word(
                "occurrence",
                PatternReader::occurrence,
                List.of("all", "first", "last"),
                Occurrence.ALL);
    return new Match(literals(match, regex), pattern, unless, within(match), occurrence);
  }

  private static Optional<Occurrence> occurrence(String word) {
    return Arrays.stream(Occurrence.values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private LinePattern expression(FieldReader where, String key, String regex) {
    List<String> names = List.of();
    try {
      names = LinePattern.check(regex);
      names.stream().filter(name -> !name.isEmpty()).forEach(captured::add);
      if (names.contains("")) {
        where.wrong(
            key, "a group without a name captures nothing that can be used", "write (?:...)");
      }
      if (regex.startsWith(".*") || regex.startsWith("^.*")) {
        where.wrong(
            key, "the expression begins with a wildcard, which makes it slow", "drop the '.*'");
      }
    } catch (RegexSyntaxException e) {
      where.wrong(key, String.valueOf(e.getMessage()), "mend the expression");
    }
    return LinePattern.of(regex, names, !trusted);
  }

  private List<String> literals(FieldReader match, String regex) {
    List<String> literals = match.texts("literals");
    try {
      if (literals.isEmpty()) {
        List<String> found = Literals.of(regex);
        if (found.isEmpty()) {
          match.wrong(
              "regex",
              "no text of at least 4 bytes is part of every match",
              "make the expression hold a fixed text; lines are found by it");
        }
        return found;
      }
      if (!Literals.mandatory(regex, literals)) {
        match.wrong(
            "literals",
            "some match of the expression may hold none of " + literals,
            "drop 'literals', or use " + Literals.of(regex));
      }
    } catch (RegexSyntaxException | RuntimeException e) {
      // The expression itself is wrong, which was reported with it.
      return literals;
    }
    for (String literal : literals) {
      if (literal.getBytes(StandardCharsets.UTF_8).length < Literals.SHORTEST) {
        match.wrong("literals", "'" + literal + "' is shorter than 4 bytes", "use a longer text");
      }
    }
    return literals;
  }

  private Within within(FieldReader match) {
    if (match.fields().get("within").isEmpty()) {
      return Within.NOTHING;
    }
    FieldReader within = match.child("within");
    within.only(List.of("lines", "follow", "unless", "unless_before", "until"));
    return new Within(
        within.integer("lines", 1, FARTHEST),
        follow(within),
        expressions(within, "unless"),
        expressions(within, "unless_before"),
        expressions(within, "until"));
  }

  private List<LinePattern> expressions(FieldReader where, String key) {
    return where.texts(key).stream().map(text -> expression(where, key, text)).toList();
  }

  private List<Follow> follow(FieldReader within) {
    List<Follow> follow = new ArrayList<>();
    for (FieldReader step : within.children("follow")) {
      step.only(List.of("regex", "optional", "show"));
      follow.add(
          new Follow(
              expression(step, "regex", step.text("regex")),
              step.flag("optional", false),
              step.flag("show", false)));
    }
    if (follow.stream().filter(Follow::show).count() > 1) {
      within.wrong("follow", "more than one line is to be shown", "keep one 'show: true'");
    }
    return follow;
  }

  // --- captures and examples -----------------------------------------------------------------

  private Map<String, Capture> captures(FieldReader captures) {
    Map<String, Capture> result = new TreeMap<>();
    for (String name : captures.fields().fields().keySet()) {
      FieldReader capture = captures.child(name);
      capture.only(List.of("group_by", "tables", "lists"));
      if (!captured.contains(name)) {
        captures.wrong(
            name, "no expression captures '" + name + "'", "name a group (?<" + name + ">...)");
      }
      result.put(
          name,
          new Capture(
              capture.flag("group_by", false),
              capture.texts("tables"),
              capture.textOr("lists", "")));
    }
    for (String name : captured) {
      if (!result.containsKey(name)) {
        captures.wrongAt(
            captures.fields().line(),
            "the capture '" + name + "' is not described",
            "add '" + name + ": {group_by: false}', or true when it tells two failures apart");
      }
    }
    return result;
  }

  private Examples examples() {
    FieldReader examples = file.child("examples");
    examples.only(List.of("must_match", "must_not_match"));
    List<Examples.Positive> positive = new ArrayList<>();
    for (FieldReader example : examples.children("must_match")) {
      example.only(List.of("text", "captures"));
      Map<String, String> expected = new LinkedHashMap<>();
      Node.Fields values = example.child("captures").fields();
      values.fields().forEach((name, value) -> expected.put(name, value.asText().orElse("")));
      positive.add(new Examples.Positive(raw(example), expected, example.fields().line()));
    }
    List<Examples.Negative> negative = new ArrayList<>();
    for (FieldReader example : examples.children("must_not_match")) {
      example.only(List.of("text", "why"));
      negative.add(
          new Examples.Negative(raw(example), example.text("why"), example.fields().line()));
    }
    if (positive.isEmpty() || negative.isEmpty()) {
      file.wrong(
          "examples",
          "a pattern has at least one example that must match and one that must not",
          "take the second from a line that a careless expression would match too");
    }
    return new Examples(positive, negative);
  }

  /** The text as it stands: blanks at its start can matter. */
  private static String raw(FieldReader example) {
    example.text("text");
    String text = example.fields().text("text").orElse("");
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
