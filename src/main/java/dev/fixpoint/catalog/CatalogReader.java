package dev.fixpoint.catalog;

import dev.fixpoint.model.Problem;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a folder of patterns.
 *
 * <p>{@code <tool>/<name>.yaml} is a pattern, {@code _fixes/<id>.yaml} a fix template, {@code
 * _tables/<name>.tsv} a table of facts, {@code LOCK} the versions given out.
 */
public final class CatalogReader {
  private static final String LOCK = "LOCK";

  private final Path folder;
  private final boolean trusted;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final Map<String, FixTemplate> fixes = new TreeMap<>();
  private final Map<String, Table> tables = new HashMap<>();

  private CatalogReader(Path folder, boolean trusted) {
    this.folder = folder;
    this.trusted = trusted;
  }

  /**
   * What was read.
   *
   * @param catalog the catalog; to be used only when no problem is an error
   * @param lock what the catalog would lock
   * @param problems everything that is wrong, each with file and line
   */
  public record Result(Catalog catalog, Lock lock, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }

    /** Whether the catalog can be used. */
    public boolean usable() {
      return problems.stream().noneMatch(problem -> problem.level() == Problem.Level.ERROR);
    }
  }

  /**
   * Reads the folder.
   *
   * @param folder the folder
   * @param trusted whether its authors are: patterns of others are matched in linear time only
   * @throws IOException when a file cannot be read
   */
  public static Result read(Path folder, boolean trusted) throws IOException {
    return new CatalogReader(folder, trusted).read();
  }

  private Result read() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    MessageDigest digest = newDigest();
    for (Path file : files) {
      String relative = folder.relativize(file).toString().replace('\\', '/');
      if (!relative.endsWith(".yaml") && !relative.endsWith(".tsv")) {
        continue;
      }
      String text = Files.readString(file).replace("\r\n", "\n");
      digest.update((relative + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
      read(file, relative, text);
    }
    if (patterns.isEmpty()) {
      problems.add(
          Problem.error(
              Problem.Code.PATTERN_INVALID,
              folder.toString(),
              "there are no patterns here",
              "a pattern is a file <tool>/<name>.yaml"));
    }
    crossCheck();
    Catalog catalog =
        new Catalog(patterns, fixes, tables, HexFormat.of().formatHex(digest.digest()));
    Lock lock = lockOf(catalog);
    checkLock(lock);
    return new Result(catalog, lock, problems);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void read(Path file, String relative, String text) {
    String location = file.toString();
    String stem = relative.substring(0, relative.lastIndexOf('.'));
    if (relative.endsWith(".tsv")) {
      String name = stem.substring(stem.lastIndexOf('/') + 1);
      tables.put(name, TableReader.read(text, location, name, problems));
      return;
    }
    Node node;
    try {
      node = DocumentReader.yaml(text);
    } catch (SyntaxException e) {
      problems.add(
          Problem.error(
              Problem.Code.PATTERN_INVALID,
              location + ":" + Math.max(1, e.line()),
              "this is no YAML: " + e.getMessage(),
              "single quotes around an expression spare all escapes; double a quote inside"));
      return;
    }
    if (stem.startsWith("_fixes/")) {
      String id = stem.substring("_fixes/".length());
      fixes.put(id, FixReader.read(node, location, id, problems));
    } else if (stem.chars().filter(c -> c == '/').count() == 1) {
      patterns.add(PatternReader.read(node, location, stem.replace('/', '.'), trusted, problems));
    } else {
      problems.add(
          Problem.error(
              Problem.Code.PATTERN_INVALID,
              location + ":1",
              "a pattern lies in the folder of its tool",
              "move it to <tool>/<name>.yaml"));
    }
  }

  /** Names that point at other files must point at something. */
  private void crossCheck() {
    Set<String> ids = new HashSet<>();
    patterns.forEach(pattern -> ids.add(pattern.id()));
    for (Pattern pattern : patterns) {
      String location = folder.resolve(pattern.id().replaceFirst("\\.", "/") + ".yaml") + ":1";
      if (!pattern.fix().isEmpty() && !fixes.containsKey(pattern.fix())) {
        wrong(location, "there is no fix '" + pattern.fix() + "'", "see _fixes/");
      }
      for (String symptom : pattern.explains()) {
        if (!symptom.startsWith("kind:") && !ids.contains(symptom)) {
          wrong(
              location, "there is no pattern '" + symptom + "' to explain", "use an id, or kind:");
        }
      }
      pattern
          .captures()
          .forEach(
              (name, capture) -> {
                for (String table : capture.tables()) {
                  if (!tables.containsKey(table)) {
                    wrong(location, "there is no table '" + table + "'", "see _tables/");
                  }
                }
              });
    }
  }

  private void wrong(String location, String message, String hint) {
    problems.add(Problem.error(Problem.Code.PATTERN_INVALID, location, message, hint));
  }

  private static Lock lockOf(Catalog catalog) {
    Map<String, Lock.Entry> entries = new TreeMap<>();
    for (Pattern pattern : catalog.patterns()) {
      entries.put(pattern.id(), new Lock.Entry(pattern.version(), Lock.digest(meaning(pattern))));
    }
    catalog
        .fixes()
        .forEach(
            (id, fix) ->
                entries.put(
                    "fix:" + id,
                    new Lock.Entry(
                        fix.version(),
                        Lock.digest(fix.risk() + "\n" + fix.actions() + "\n" + fix.needs()))));
    return new Lock(entries);
  }

  /**
   * Everything that decides what a pattern matches, captures, concludes and remedies; no wording.
   */
  private static String meaning(Pattern pattern) {
    return String.join(
        "\n",
        pattern.category().id(),
        pattern.severity().id(),
        pattern.dialects().toString(),
        pattern.match().regex().regex(),
        pattern.match().unless().toString(),
        pattern.match().within().toString(),
        pattern.match().occurrence().name(),
        new TreeMap<>(pattern.captures()).toString(),
        pattern.explains().toString(),
        pattern.cause(),
        pattern.fix());
  }

  private void checkLock(Lock now) throws IOException {
    Path file = folder.resolve(LOCK);
    if (Files.exists(file)) {
      Lock old =
          Lock.parse(Files.readString(file), file.toString(), Problem.Code.PATTERN_LOCK, problems);
      problems.addAll(
          old.compare(now, file.toString(), Problem.Code.PATTERN_LOCK, "'fixpoint patterns lock'"));
    }
  }
}
