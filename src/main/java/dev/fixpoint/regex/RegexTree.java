package dev.fixpoint.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of RE2 syntax taken apart, to answer three questions: how its groups are
 * called, which branches it has, and which literal texts every match must contain.
 *
 * <p>The third follows the prefilter analysis of RE2: for each part, the finite set of texts it can
 * stand for, and where that set grows too large or is unknown, the sets that were complete up to
 * there.
 */
final class RegexTree {
  /** Beyond this many texts a set is no longer followed. */
  private static final int TEXTS = 64;

  private sealed interface Node {
    int start();

    int end();
  }

  private record Text(int start, int end, Set<String> choices) implements Node {}

  private record Unknown(int start, int end) implements Node {}

  private record Empty(int start, int end) implements Node {}

  private record Sequence(int start, int end, List<Node> parts) implements Node {}

  private record Choice(int start, int end, List<Node> branches) implements Node {}

  private record Group(int start, int end, Node body) implements Node {}

  private record Repeat(int start, int end, Node body, int min, int max) implements Node {}

  private final String regex;
  private final List<String> names = new ArrayList<>();
  private final List<Choice> choices = new ArrayList<>();
  private int at;
  private Node root = new Empty(0, 0);

  private RegexTree(String regex) {
    this.regex = regex;
  }

  /**
   * Takes an expression apart.
   *
   * @throws RegexSyntaxException when it is not balanced
   */
  static RegexTree parse(String regex) throws RegexSyntaxException {
    RegexTree tree = new RegexTree(regex);
    tree.root = tree.choice();
    if (tree.at < regex.length()) {
      throw new RegexSyntaxException("unexpected ')' at " + tree.at);
    }
    return tree;
  }

  /** The names of the capturing groups, in order; empty for a group without one. */
  List<String> groupNames() {
    return List.copyOf(names);
  }

  /** For every branch of every alternation the expression with only that branch left. */
  List<String> branches() {
    List<String> variants = new ArrayList<>();
    for (Choice choice : choices) {
      for (Node branch : choice.branches) {
        variants.add(
            regex.substring(0, choice.start)
                + "(?:"
                + regex.substring(branch.start(), branch.end())
                + ")"
                + regex.substring(choice.end));
      }
    }
    return variants;
  }

  /**
   * The sets of texts, lower case, of which every match contains at least one; the best set first.
   */
  List<Set<String>> required() {
    List<Set<String>> sets = new ArrayList<>();
    Info info = info(root);
    sets.addAll(info.required);
    if (info.exact != null) {
      sets.add(info.exact);
    }
    sets.removeIf(set -> shortest(set) == 0);
    sets.sort((a, b) -> Integer.compare(score(b), score(a)));
    return sets;
  }

  private static int shortest(Set<String> set) {
    return set.stream().mapToInt(String::length).min().orElse(0);
  }

  /** Long texts are rare in logs; many texts cost. Beyond sixteen bytes length gains nothing. */
  private static int score(Set<String> set) {
    return 4 * Math.min(16, shortest(set)) - set.size();
  }

  // --- what each part stands for -------------------------------------------------------------

  /**
   * @param exact all texts the part can stand for, or null when they are unknown or too many
   * @param required sets of which every match of the part contains one text
   */
  private record Info(@Nullable Set<String> exact, List<Set<String>> required) {}

  private static Info info(Node node) {
    if (node instanceof Text text) {
      return new Info(text.choices, List.of());
    }
    if (node instanceof Empty) {
      return new Info(Set.of(""), List.of());
    }
    if (node instanceof Group group) {
      return info(group.body);
    }
    if (node instanceof Sequence sequence) {
      return sequence(sequence);
    }
    if (node instanceof Choice choice) {
      return choice(choice);
    }
    if (node instanceof Repeat repeat) {
      return repeat(repeat);
    }
    return new Info(null, List.of());
  }

  /** The parts of a sequence, groups that only hold a sequence opened: texts join across them. */
  private static List<Node> flat(Sequence sequence) {
    List<Node> parts = new ArrayList<>();
    for (Node part : sequence.parts) {
      if (part instanceof Group group && group.body instanceof Sequence inner) {
        parts.addAll(flat(inner));
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Info sequence(Sequence sequence) {
    List<Set<String>> required = new ArrayList<>();
    Set<String> run = Set.of("");
    boolean whole = true;
    for (Node part : flat(sequence)) {
      Info info = info(part);
      required.addAll(info.required);
      Set<String> joined = info.exact == null ? null : join(run, info.exact);
      if (joined != null) {
        run = joined;
        continue;
      }
      whole = false;
      required.add(run);
      run = info.exact == null ? Set.of("") : info.exact;
    }
    if (whole) {
      return new Info(run, required);
    }
    required.add(run);
    return new Info(null, required);
  }

  private static @Nullable Set<String> join(Set<String> heads, Set<String> tails) {
    if (heads.size() * tails.size() > TEXTS) {
      return null;
    }
    Set<String> joined = new LinkedHashSet<>();
    heads.forEach(head -> tails.forEach(tail -> joined.add(head + tail)));
    return joined;
  }

  private static Info choice(Choice choice) {
    Set<String> exact = new LinkedHashSet<>();
    Set<String> required = new LinkedHashSet<>();
    boolean allExact = true;
    boolean allRequired = true;
    for (Node branch : choice.branches) {
      Info info = info(branch);
      if (info.exact == null) {
        allExact = false;
      } else {
        exact.addAll(info.exact);
      }
      Set<String> best = best(info);
      if (best == null) {
        allRequired = false;
      } else {
        required.addAll(best);
      }
    }
    List<Set<String>> sets = allRequired && !required.isEmpty() ? List.of(required) : List.of();
    return new Info(allExact && exact.size() <= TEXTS ? exact : null, sets);
  }

  private static @Nullable Set<String> best(Info info) {
    Set<String> best = info.exact;
    for (Set<String> set : info.required) {
      if (shortest(set) > 0 && (best == null || score(set) > score(best))) {
        best = set;
      }
    }
    return best == null || shortest(best) == 0 ? null : best;
  }

  private static Info repeat(Repeat repeat) {
    Info body = info(repeat.body);
    if (repeat.min == 0) {
      boolean optional = repeat.max == 1 && body.exact != null && body.exact.size() < TEXTS;
      if (!optional) {
        return new Info(null, List.of());
      }
      Set<String> exact = new LinkedHashSet<>(body.exact);
      exact.add("");
      return new Info(exact, List.of());
    }
    List<Set<String>> required = new ArrayList<>(body.required);
    if (body.exact != null) {
      if (repeat.min == 1 && repeat.max == 1) {
        return body;
      }
      required.add(body.exact);
    }
    return new Info(null, required);
  }

  // --- parsing -------------------------------------------------------------------------------

  private Node choice() throws RegexSyntaxException {
    int start = at;
    List<Node> branches = new ArrayList<>();
    branches.add(sequence());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      branches.add(sequence());
    }
    if (branches.size() == 1) {
      return branches.get(0);
    }
    Choice choice = new Choice(start, at, branches);
    choices.add(choice);
    return choice;
  }

  private Node sequence() throws RegexSyntaxException {
    int start = at;
    List<Node> parts = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      parts.add(quantified(atom()));
    }
    return parts.isEmpty() ? new Empty(start, at) : new Sequence(start, at, parts);
  }

  private Node quantified(Node atom) {
    Node node = atom;
    while (at < regex.length()) {
      char c = regex.charAt(at);
      int min;
      int max;
      if (c == '*' || c == '+' || c == '?') {
        min = c == '+' ? 1 : 0;
        max = c == '?' ? 1 : Integer.MAX_VALUE;
        at++;
      } else if (c == '{' && at + 1 < regex.length() && Character.isDigit(regex.charAt(at + 1))) {
        int close = regex.indexOf('}', at);
        String[] bounds = regex.substring(at + 1, close).split(",", -1);
        min = Integer.parseInt(bounds[0]);
        max =
            bounds.length == 1
                ? min
                : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
        at = close + 1;
      } else {
        return node;
      }
      if (at < regex.length() && regex.charAt(at) == '?') {
        at++;
      }
      node = new Repeat(atom.start(), at, node, min, max);
    }
    return node;
  }

  private Node atom() throws RegexSyntaxException {
    int start = at;
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group(start);
      case '[' -> characterClass(start);
      case '.' -> new Unknown(start, at);
      case '^', '$' -> new Empty(start, at);
      case '\\' -> escape(start);
      default -> text(start, c);
    };
  }

  private Node text(int start, char c) {
    return new Text(start, at, Set.of(String.valueOf(c).toLowerCase(Locale.ROOT)));
  }

  private Node group(int start) throws RegexSyntaxException {
    if (regex.startsWith("?", at)) {
      if (regex.startsWith("?<", at) || regex.startsWith("?P<", at)) {
        int close = regex.indexOf('>', at);
        names.add(regex.substring(regex.indexOf('<', at) + 1, close));
        at = close + 1;
      } else {
        int colon = regex.indexOf(':', at);
        int close = regex.indexOf(')', at);
        if (close >= 0 && (colon < 0 || close < colon)) {
          // Flags for the rest of the group: (?i). Texts are folded anyway.
          at = close + 1;
          return new Empty(start, at);
        }
        at = colon + 1;
      }
    } else {
      names.add("");
    }
    Node body = choice();
    if (at >= regex.length()) {
      throw new RegexSyntaxException("a '(' at " + start + " is never closed");
    }
    at++;
    return new Group(start, at, body);
  }

  /** A class of few characters is a choice of texts; any other is unknown. */
  private Node characterClass(int start) throws RegexSyntaxException {
    Set<String> members = new LinkedHashSet<>();
    boolean known = !regex.startsWith("^", at);
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      char c = regex.charAt(at++);
      if (c == '\\' && at < regex.length()) {
        char escaped = regex.charAt(at++);
        known &= !Character.isLetterOrDigit(escaped);
        c = escaped;
      } else if (c == '[' && regex.startsWith(":", at)) {
        known = false;
        at = regex.indexOf(":]", at) + 2;
      } else if (c == '-' && !first && at < regex.length() && regex.charAt(at) != ']') {
        known = false;
      }
      members.add(String.valueOf(c).toLowerCase(Locale.ROOT));
      first = false;
    }
    if (at >= regex.length()) {
      throw new RegexSyntaxException("a '[' at " + start + " is never closed");
    }
    at++;
    return known && members.size() <= 4 ? new Text(start, at, members) : new Unknown(start, at);
  }

  private Node escape(int start) throws RegexSyntaxException {
    if (at >= regex.length()) {
      throw new RegexSyntaxException("the expression ends in a backslash");
    }
    char c = regex.charAt(at++);
    return switch (c) {
      case 'b', 'B', 'A', 'z' -> new Empty(start, at);
      case 't' -> text(start, '\t');
      case 'Q' -> quoted(start);
      case 'p', 'P', 'x' -> coded(start, c);
      default -> Character.isLetterOrDigit(c) ? new Unknown(start, at) : text(start, c);
    };
  }

  /** Character classes and characters by code: {@code pL}, {@code p{Greek}}, {@code x41}. */
  private Node coded(int start, char c) {
    if (at < regex.length()) {
      at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + (c == 'x' ? 2 : 1);
    }
    return new Unknown(start, at);
  }

  private Node quoted(int start) {
    int end = regex.indexOf("\\E", at);
    String literal = regex.substring(at, end < 0 ? regex.length() : end);
    at = end < 0 ? regex.length() : end + 2;
    return new Text(start, at, Set.of(literal.toLowerCase(Locale.ROOT)));
  }
}
