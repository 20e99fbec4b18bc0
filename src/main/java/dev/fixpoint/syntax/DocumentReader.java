package dev.fixpoint.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads whole documents. Nothing in a document is ever turned into an object of a type that it
 * names; aliases of YAML are not followed.
 */
public final class DocumentReader {
  /** Deeper nesting than this is an attack, not a document. */
  private static final int DEPTH = 100;

  private DocumentReader() {}

  /**
   * Reads one YAML document.
   *
   * @throws SyntaxException when it is none, has a key twice, or is nested too deeply
   */
  public static Node yaml(String text) throws SyntaxException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(16 * 1024 * 1024);
    return read(YAMLFactory.builder().loaderOptions(options)::build, text);
  }

  /**
   * Reads one JSON document.
   *
   * @throws SyntaxException when it is none, has a key twice, or is nested too deeply
   */
  public static Node json(String text) throws SyntaxException {
    return read(JsonFactory::new, text);
  }

  /**
   * Reads one TOML document. Lines are not known.
   *
   * @throws SyntaxException when it is none, or is nested too deeply
   */
  public static Node toml(String text) throws SyntaxException {
    return read(TomlFactory::new, text);
  }

  private static Node read(Supplier<? extends JsonFactory> format, String text)
      throws SyntaxException {
    try (JsonParser parser = format.get().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Node.Scalar("", Node.Scalar.Type.NULL, 1);
      }
      Node root = value(parser, first, 0);
      if (parser.nextToken() != null) {
        throw new SyntaxException(line(parser), "one document is expected, here begins a second");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation where = e.getLocation();
      throw new SyntaxException(where == null ? 0 : where.getLineNr(), firstLine(e));
    } catch (IOException e) {
      throw new SyntaxException(0, firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : null;
    message = message == null ? String.valueOf(e.getMessage()) : message;
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static int line(JsonParser parser) {
    return Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  private static Node value(JsonParser parser, JsonToken token, int depth)
      throws IOException, SyntaxException {
    int line = line(parser);
    if (depth > DEPTH) {
      throw new SyntaxException(line, "nested more than " + DEPTH + " levels deep");
    }
    return switch (token) {
      case START_OBJECT -> fields(parser, line, depth);
      case START_ARRAY -> items(parser, line, depth);
      case VALUE_NULL -> new Node.Scalar("", Node.Scalar.Type.NULL, line);
      case VALUE_TRUE, VALUE_FALSE ->
          new Node.Scalar(parser.getText(), Node.Scalar.Type.BOOLEAN, line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Scalar(parser.getText(), Node.Scalar.Type.NUMBER, line);
      default -> new Node.Scalar(parser.getText(), Node.Scalar.Type.TEXT, line);
    };
  }

  private static Node fields(JsonParser parser, int line, int depth)
      throws IOException, SyntaxException {
    Map<String, Node> fields = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (JsonToken token = next(parser); token != JsonToken.END_OBJECT; token = next(parser)) {
      String name = parser.currentName();
      int nameLine = line(parser);
      Node value = value(parser, next(parser), depth + 1);
      if (fields.put(name, value) != null) {
        throw new SyntaxException(nameLine, "'" + name + "' stands here a second time");
      }
      lines.put(name, nameLine);
    }
    return new Node.Fields(fields, lines, line);
  }

  private static Node items(JsonParser parser, int line, int depth)
      throws IOException, SyntaxException {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
      items.add(value(parser, token, depth + 1));
    }
    return new Node.Items(items, line);
  }

  private static JsonToken next(JsonParser parser) throws IOException, SyntaxException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new SyntaxException(line(parser), "the document ends in the middle");
    }
    return token;
  }
}
