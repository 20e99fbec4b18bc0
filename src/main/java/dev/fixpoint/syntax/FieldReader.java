package dev.fixpoint.syntax;

import dev.fixpoint.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the values out of a mapping and collects everything that is wrong with it, so that an
 * author sees all mistakes at once, each with its line.
 */
public final class FieldReader {
  private final Node.Fields fields;
  private final String file;
  private final Problem.Code code;
  private final List<Problem> problems;

  /**
   * @param fields the mapping
   * @param file its file, for the location of problems
   * @param code the sort of problem to report
   * @param problems where problems go
   */
  public FieldReader(Node.Fields fields, String file, Problem.Code code, List<Problem> problems) {
    this.fields = fields;
    this.file = file;
    this.code = code;
    this.problems = problems;
  }

  /** The mapping itself. */
  public Node.Fields fields() {
    return fields;
  }

  /** Reports that something is wrong with the value under a name. */
  public void wrong(String name, String message, String hint) {
    wrongAt(fields.lineOf(name), message, hint);
  }

  /** Reports that something is wrong on a line. */
  public void wrongAt(int line, String message, String hint) {
    problems.add(Problem.error(code, file + ":" + Math.max(1, line), message, hint));
  }

  /** Checks that all names are among those allowed, and stand in their order. */
  public void only(List<String> allowed) {
    int last = -1;
    for (String name : fields.fields().keySet()) {
      int place = allowed.indexOf(name);
      if (place < 0) {
        wrong(name, "'" + name + "' is not a key here", "keys are " + String.join(", ", allowed));
      } else if (place < last) {
        wrong(
            name,
            "'" + name + "' stands behind '" + allowed.get(last) + "'",
            "the order is " + String.join(", ", allowed));
      } else {
        last = place;
      }
    }
  }

  /** A text that must be there; the empty string when it is not. */
  public String text(String name) {
    Optional<Node> node = fields.get(name);
    if (node.isEmpty()) {
      wrong(name, "'" + name + "' is missing", "add it");
      return "";
    }
    Optional<String> text = node.get().asText().filter(value -> !value.isBlank());
    if (text.isEmpty()) {
      wrong(name, "'" + name + "' must be a text, but is " + node.get().sort(), "write a text");
    }
    return text.orElse("").strip();
  }

  /** A text that may be missing. */
  public String textOr(String name, String otherwise) {
    return fields.get(name).isEmpty() ? otherwise : text(name);
  }

  /** A whole number that must be there; the lowest allowed when it is not. */
  public int integer(String name, int lowest, int highest) {
    String text = text(name);
    try {
      int value = text.isEmpty() ? lowest : Integer.parseInt(text);
      if (value >= lowest && value <= highest) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below like any other value out of range.
    }
    wrong(name, "'" + name + "' is '" + text + "'", range("a whole number", lowest, highest));
    return lowest;
  }

  /** A number that must be there; the lowest allowed when it is not. */
  public double number(String name, double lowest, double highest) {
    String text = text(name);
    try {
      double value = text.isEmpty() ? lowest : Double.parseDouble(text);
      if (value >= lowest && value <= highest) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below like any other value out of range.
    }
    wrong(name, "'" + name + "' is '" + text + "'", range("a number", lowest, highest));
    return lowest;
  }

  private static String range(String what, Object lowest, Object highest) {
    return "write " + what + " from " + lowest + " to " + highest;
  }

  /** True or false; a default when it is missing. */
  public boolean flag(String name, boolean otherwise) {
    String text = textOr(name, String.valueOf(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      wrong(name, "'" + name + "' is '" + text + "'", "write true or false");
    }
    return text.equals("true");
  }

  /**
   * A word of a closed list that must be there.
   *
   * @param parse gives the value of a word
   * @param words all words, for the hint
   * @param otherwise what to go on with when the word is wrong
   */
  public <T> T word(
      String name, Function<String, Optional<T>> parse, List<String> words, T otherwise) {
    String text = text(name);
    Optional<T> value = parse.apply(text);
    if (value.isEmpty() && !text.isEmpty()) {
      wrong(
          name,
          "'" + name + "' is '" + text + "', which is not on its list",
          "one of " + String.join(", ", words));
    }
    return value.orElse(otherwise);
  }

  /** The texts of a list; empty when it is missing. */
  public List<String> texts(String name) {
    Optional<Node> node = fields.get(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof Node.Items)) {
      wrong(name, "'" + name + "' must be a list, but is " + node.get().sort(), "write [a, b]");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : node.get().asItems()) {
      String text = item.asText().orElse("");
      if (text.isEmpty()) {
        wrongAt(item.line(), "an item of '" + name + "' is " + item.sort(), "write a text");
      } else if (!seen.add(text)) {
        wrongAt(item.line(), "'" + text + "' stands twice in '" + name + "'", "remove one");
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The mapping under a name; an empty one when it is missing. */
  public FieldReader child(String name) {
    Optional<Node> node = fields.get(name);
    if (node.isPresent() && !(node.get() instanceof Node.Fields)) {
      wrong(name, "'" + name + "' must be a mapping, but is " + node.get().sort(), "write keys");
    }
    return of(
        node.map(Node::asFields).orElse(new Node.Fields(Map.of(), Map.of(), fields.lineOf(name))));
  }

  /** The mappings of the list under a name; empty when it is missing. */
  public List<FieldReader> children(String name) {
    Optional<Node> node = fields.get(name);
    if (node.isPresent() && !(node.get() instanceof Node.Items)) {
      wrong(name, "'" + name + "' must be a list, but is " + node.get().sort(), "write a list");
    }
    List<FieldReader> children = new ArrayList<>();
    for (Node item : node.map(Node::asItems).orElse(List.of())) {
      if (item instanceof Node.Fields mapping) {
        children.add(of(mapping));
      } else {
        wrongAt(item.line(), "an item of '" + name + "' is " + item.sort(), "write keys");
      }
    }
    return children;
  }

  private FieldReader of(Node.Fields mapping) {
    return new FieldReader(mapping, file, code, problems);
  }
}
