package dev.fixpoint.catalog;

import dev.fixpoint.catalog.Pattern.Capture;
import dev.fixpoint.catalog.Pattern.Follow;
import dev.fixpoint.catalog.Pattern.Match;
import dev.fixpoint.catalog.Pattern.Occurrence;
import dev.fixpoint.catalog.Pattern.Within;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.Kind;
import dev.fixpoint.model.Risk;
import dev.fixpoint.model.Severity;
import dev.fixpoint.model.Status;
import dev.fixpoint.model.Verb;
import dev.fixpoint.regex.LinePattern;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A catalog as one flat file, so that a start reads no YAML. Examples are left out: nothing at run
 * time needs them.
 */
public final class CatalogPack {
  private static final int MAGIC = 0x46785043;

  private CatalogPack() {}

  @FunctionalInterface
  private interface Writer<T> {
    void write(T value) throws IOException;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read() throws IOException;
  }

  /**
   * Writes a catalog.
   *
   * @throws IOException when the stream does
   */
  public static void write(Catalog catalog, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(catalog.digest());
    list(out, catalog.patterns(), pattern -> pattern(out, pattern));
    list(out, List.copyOf(catalog.fixes().values()), fix -> fix(out, fix));
    list(
        out,
        catalog.tables().values().stream().sorted(Comparator.comparing(Table::name)).toList(),
        table -> table(out, table));
  }

  /**
   * Reads a catalog that {@link #write} wrote.
   *
   * @throws IOException when the stream does, or holds something else
   */
  public static Catalog read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("this is no packed catalog");
    }
    String digest = in.readUTF();
    List<Pattern> patterns = list(in, () -> pattern(in));
    Map<String, FixTemplate> fixes = new TreeMap<>();
    list(in, () -> fix(in)).forEach(fix -> fixes.put(fix.id(), fix));
    Map<String, Table> tables = new HashMap<>();
    list(in, () -> table(in)).forEach(table -> tables.put(table.name(), table));
    return new Catalog(patterns, fixes, tables, digest);
  }

  private static void pattern(DataOutputStream out, Pattern pattern) throws IOException {
    out.writeUTF(pattern.id());
    out.writeShort(pattern.version());
    out.writeUTF(pattern.status().name());
    out.writeUTF(pattern.title());
    out.writeUTF(pattern.description());
    out.writeUTF(pattern.category().name());
    out.writeUTF(pattern.severity().name());
    out.writeDouble(pattern.weight());
    strings(out, pattern.dialects());
    match(out, pattern.match());
    List<String> names = pattern.captures().keySet().stream().sorted().toList();
    list(
        out,
        names,
        name -> {
          Capture capture = Objects.requireNonNull(pattern.captures().get(name));
          out.writeUTF(name);
          out.writeBoolean(capture.groupBy());
          strings(out, capture.tables());
          out.writeUTF(capture.lists());
        });
    strings(out, pattern.explains());
    strings(out, pattern.references());
    out.writeUTF(pattern.cause());
    out.writeUTF(pattern.fix());
  }

  private static Pattern pattern(DataInputStream in) throws IOException {
    return new Pattern(
        in.readUTF(),
        in.readShort(),
        Status.valueOf(in.readUTF()),
        in.readUTF(),
        in.readUTF(),
        Kind.valueOf(in.readUTF()),
        Severity.valueOf(in.readUTF()),
        in.readDouble(),
        strings(in),
        match(in),
        captures(in),
        strings(in),
        Pattern.Examples.NONE,
        strings(in),
        in.readUTF(),
        in.readUTF());
  }

  private static Map<String, Capture> captures(DataInputStream in) throws IOException {
    Map<String, Capture> captures = new LinkedHashMap<>();
    int count = in.readShort();
    for (int i = 0; i < count; i++) {
      captures.put(in.readUTF(), new Capture(in.readBoolean(), strings(in), in.readUTF()));
    }
    return captures;
  }

  private static void match(DataOutputStream out, Match match) throws IOException {
    strings(out, match.literals());
    expression(out, match.regex());
    list(out, match.unless(), expression -> expression(out, expression));
    Within within = match.within();
    out.writeShort(within.lines());
    list(
        out,
        within.follow(),
        follow -> {
          expression(out, follow.regex());
          out.writeBoolean(follow.optional());
          out.writeBoolean(follow.show());
        });
    list(out, within.unless(), expression -> expression(out, expression));
    list(out, within.unlessBefore(), expression -> expression(out, expression));
    list(out, within.until(), expression -> expression(out, expression));
    out.writeUTF(match.occurrence().name());
  }

  private static Match match(DataInputStream in) throws IOException {
    return new Match(
        strings(in),
        expression(in),
        list(in, () -> expression(in)),
        new Within(
            in.readShort(),
            list(in, () -> new Follow(expression(in), in.readBoolean(), in.readBoolean())),
            list(in, () -> expression(in)),
            list(in, () -> expression(in)),
            list(in, () -> expression(in))),
        Occurrence.valueOf(in.readUTF()));
  }

  private static void expression(DataOutputStream out, LinePattern expression) throws IOException {
    out.writeUTF(expression.regex());
    strings(out, expression.names());
    out.writeBoolean(expression.linearOnly());
  }

  private static LinePattern expression(DataInputStream in) throws IOException {
    return LinePattern.of(in.readUTF(), strings(in), in.readBoolean());
  }

  private static void fix(DataOutputStream out, FixTemplate fix) throws IOException {
    out.writeUTF(fix.id());
    out.writeShort(fix.version());
    out.writeUTF(fix.status().name());
    out.writeUTF(fix.title());
    out.writeUTF(fix.advice());
    out.writeUTF(fix.risk().name());
    list(
        out,
        fix.actions(),
        action -> {
          out.writeUTF(action.verb().name());
          map(out, action.parameters());
        });
    strings(out, fix.needs());
    out.writeUTF(fix.verification());
    out.writeDouble(fix.confidence());
  }

  private static FixTemplate fix(DataInputStream in) throws IOException {
    return new FixTemplate(
        in.readUTF(),
        in.readShort(),
        Status.valueOf(in.readUTF()),
        in.readUTF(),
        in.readUTF(),
        Risk.valueOf(in.readUTF()),
        list(in, () -> new FixAction(Verb.valueOf(in.readUTF()), map(in))),
        strings(in),
        in.readUTF(),
        in.readDouble());
  }

  private static void table(DataOutputStream out, Table table) throws IOException {
    out.writeUTF(table.name());
    out.writeUTF(table.entity());
    out.writeBoolean(table.prefixes());
    Map<String, Table.Row> rows = new TreeMap<>(table.rows());
    out.writeInt(rows.size());
    for (Map.Entry<String, Table.Row> row : rows.entrySet()) {
      out.writeUTF(row.getKey());
      out.writeUTF(row.getValue().value());
      out.writeUTF(row.getValue().trust());
      out.writeUTF(row.getValue().note());
    }
  }

  private static Table table(DataInputStream in) throws IOException {
    String name = in.readUTF();
    String entity = in.readUTF();
    boolean prefixes = in.readBoolean();
    Map<String, Table.Row> rows = new HashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      rows.put(in.readUTF(), new Table.Row(in.readUTF(), in.readUTF(), in.readUTF()));
    }
    return new Table(name, entity, prefixes, rows);
  }

  private static void strings(DataOutputStream out, List<String> texts) throws IOException {
    list(out, texts, out::writeUTF);
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    return list(in, in::readUTF);
  }

  private static void map(DataOutputStream out, Map<String, String> map) throws IOException {
    out.writeShort(map.size());
    for (Map.Entry<String, String> entry : map.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
  }

  private static Map<String, String> map(DataInputStream in) throws IOException {
    Map<String, String> map = new TreeMap<>();
    int count = in.readShort();
    for (int i = 0; i < count; i++) {
      map.put(in.readUTF(), in.readUTF());
    }
    return map;
  }

  private static <T> void list(DataOutputStream out, List<T> values, Writer<T> writer)
      throws IOException {
    out.writeShort(values.size());
    for (T value : values) {
      writer.write(value);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
    int count = in.readShort();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(reader.read());
    }
    return values;
  }
}
