package dev.fixpoint.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a document, and the line it begins on. */
public sealed interface Node {

  /** The line, 1-based; 0 when the format does not tell. */
  int line();

  /** What a reader calls this sort of value. */
  String sort();

  /**
   * A single value.
   *
   * @param text the value as text; empty for null
   * @param type what the format takes it for
   * @param line the line it begins on
   */
  record Scalar(String text, Type type, int line) implements Node {
    /** What a format takes a single value for. */
    public enum Type {
      TEXT,
      NUMBER,
      BOOLEAN,
      NULL
    }

    @Override
    public String sort() {
      return switch (type) {
        case TEXT -> "a text";
        case NUMBER -> "a number";
        case BOOLEAN -> "true or false";
        case NULL -> "nothing";
      };
    }
  }

  /**
   * Values in order.
   *
   * @param items the values
   * @param line the line it begins on
   */
  record Items(List<Node> items, int line) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String sort() {
      return "a list";
    }
  }

  /**
   * Values by name, in the order of the document.
   *
   * @param fields the values
   * @param lines the line of each name
   * @param line the line it begins on
   */
  record Fields(Map<String, Node> fields, Map<String, Integer> lines, int line) implements Node {
    /** No values at all. */
    public static final Fields NONE = new Fields(Map.of(), Map.of(), 0);

    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      lines = Map.copyOf(lines);
    }

    @Override
    public String sort() {
      return "a mapping";
    }

    /** The value under a name. */
    public Optional<Node> get(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    /** The text of a single value under a name. */
    public Optional<String> text(String name) {
      return get(name).flatMap(Node::asText);
    }

    /** The mapping under a name; empty when there is none. */
    public Fields fields(String name) {
      return get(name).map(Node::asFields).orElse(NONE);
    }

    /** The values of the list under a name; empty when there is none. */
    public List<Node> items(String name) {
      return get(name).map(Node::asItems).orElse(List.of());
    }

    /** The texts of the list under a name; empty when there is none. */
    public List<String> texts(String name) {
      List<String> texts = new ArrayList<>();
      items(name).forEach(item -> item.asText().ifPresent(texts::add));
      return texts;
    }

    /** The line of a name, or that of the mapping when the name is not there. */
    public int lineOf(String name) {
      return lines.getOrDefault(name, line);
    }
  }

  /** This as a single value's text; empty for lists, mappings and null. */
  default Optional<String> asText() {
    return this instanceof Scalar scalar && scalar.type() != Scalar.Type.NULL
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** This as a mapping; an empty one when it is something else. */
  default Fields asFields() {
    return this instanceof Fields fields ? fields : Fields.NONE;
  }

  /** This as a list; an empty one when it is something else. */
  default List<Node> asItems() {
    return this instanceof Items items ? items.items() : List.of();
  }
}
