package dev.fixpoint.repo;

import dev.fixpoint.model.RepositoryFact.DeclaredDependency;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the manifests and lock files of a checkout name certain dependencies. */
final class DependencyReader {
  /** A requirement of PEP 508 as far as name and versions go. */
  private static final Pattern REQUIREMENT =
      Pattern.compile("^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^\\]]*\\])?\\s*([^;#]*)");

  private static final Pattern LOCKED_NAME =
      Pattern.compile("(?m)^name = \"([^\"]+)\"\\s*\\nversion = \"([^\"]+)\"");
  private static final Pattern GO_REQUIRE =
      Pattern.compile("(?m)^\\s*(?:require\\s+)?([\\w.-]+\\.[\\w.-]+/[\\w./-]+)\\s+(v[\\w.+-]+)");
  private static final Pattern GEM =
      Pattern.compile(
          "(?m)^\\s*(?:gem|\\w+\\.add_(?:\\w+_)?dependency)\\s*\\(?['\"]([^'\"]+)['\"](?:\\s*,\\s*['\"]([^'\"]+)['\"])?");
  private static final Pattern COORDINATES =
      Pattern.compile(
          "<groupId>\\s*([^<\\s]+)\\s*</groupId>\\s*<artifactId>\\s*([^<\\s]+)\\s*</artifactId>(?:\\s*<version>\\s*([^<]+?)\\s*</version>)?");
  private static final Pattern GRADLE =
      Pattern.compile("['\"]([\\w.-]+):([\\w.-]+):([^'\"@]+)['\"]");
  private static final Pattern PACKAGE_REFERENCE =
      Pattern.compile(
          "<Package(?:Reference|Version)\\s+Include=\"([^\"]+)\"(?:\\s+Version=\"([^\"]+)\")?");

  private final FileList files;
  private final Set<String> names = new HashSet<>();
  private final List<DeclaredDependency> found = new ArrayList<>();

  private DependencyReader(FileList files, Set<String> names) {
    this.files = files;
    names.forEach(name -> this.names.add(normal(name)));
  }

  /** The declarations of the given names, sorted by file. */
  static List<DeclaredDependency> read(FileList files, Set<String> names) {
    DependencyReader reader = new DependencyReader(files, names);
    if (!names.isEmpty()) {
      files
          .paths()
          .forEach(path -> ManifestFormat.of(path).ifPresent(format -> reader.read(path, format)));
    }
    reader.found.sort(
        Comparator.comparing(DeclaredDependency::path).thenComparing(DeclaredDependency::name));
    return reader.found;
  }

  /** Names are compared as package indexes do: case, dots, dashes and underscores are one. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  private void read(String path, ManifestFormat format) {
    String text = files.text(path);
    switch (format.ecosystem()) {
      case "python" -> python(path, format, text);
      case "npm" -> npm(path, format, text);
      case "cargo" -> cargo(path, format, text);
      case "go" -> matches(path, "go", GO_REQUIRE, text);
      case "ruby" -> matches(path, "ruby", GEM, text);
      case "dotnet" -> matches(path, "dotnet", PACKAGE_REFERENCE, text);
      case "maven" -> coordinates(path, "maven", COORDINATES, text);
      case "gradle" -> coordinates(path, "gradle", GRADLE, text);
      case "php" -> php(path, text);
      default -> {}
    }
  }

  private void add(String path, String ecosystem, String name, String constraint, String scope) {
    if (names.contains(normal(name))) {
      found.add(
          new DeclaredDependency(
              path,
              ecosystem,
              ecosystem.equals("python") ? normal(name) : name,
              constraint.strip(),
              scope));
    }
  }

  private void matches(String path, String ecosystem, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String constraint = matcher.group(2);
      add(path, ecosystem, matcher.group(1), constraint == null ? "" : constraint, "");
    }
  }

  private void coordinates(String path, String ecosystem, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String version = matcher.group(3) == null ? "" : matcher.group(3);
      String coordinates = matcher.group(1) + ":" + matcher.group(2);
      if (names.contains(normal(matcher.group(2))) || names.contains(normal(coordinates))) {
        found.add(new DeclaredDependency(path, ecosystem, coordinates, version, ""));
      }
    }
  }

  // --- Python --------------------------------------------------------------------------------

  private void python(String path, ManifestFormat format, String text) {
    switch (format.format()) {
      case "requirements" -> text.lines().forEach(line -> requirement(path, line, ""));
      case "pyproject" -> tree(DocumentReader::toml, text, root -> pyproject(path, root));
      case "lock" -> matches(path, "python", LOCKED_NAME, text);
      case "conda" -> tree(DocumentReader::yaml, text, root -> conda(path, root));
      case "setup-cfg" ->
          text.lines()
              .filter(line -> line.startsWith(" ") || line.startsWith("\t"))
              .forEach(line -> requirement(path, line, ""));
      case "pipfile" -> tree(DocumentReader::toml, text, root -> pipfile(path, root));
      default -> setupPy(path, text);
    }
  }

  private void requirement(String path, String line, String scope) {
    Matcher matcher = REQUIREMENT.matcher(line);
    if (!line.isBlank() && !line.strip().startsWith("-") && matcher.find()) {
      add(path, "python", matcher.group(1), matcher.group(2), scope);
    }
  }

  private void pyproject(String path, Node.Fields root) {
    Node.Fields project = root.fields("project");
    project.texts("dependencies").forEach(line -> requirement(path, line, ""));
    groups(path, project.fields("optional-dependencies"));
    groups(path, root.fields("dependency-groups"));
    Node.Fields poetry = root.fields("tool").fields("poetry");
    tables(path, "python", poetry.fields("dependencies"), "");
    tables(path, "python", poetry.fields("dev-dependencies"), "dev");
    Node.Fields groups = poetry.fields("group");
    groups
        .fields()
        .keySet()
        .forEach(
            group -> tables(path, "python", groups.fields(group).fields("dependencies"), group));
  }

  private void groups(String path, Node.Fields groups) {
    groups
        .fields()
        .keySet()
        .forEach(group -> groups.texts(group).forEach(line -> requirement(path, line, group)));
  }

  private void conda(String path, Node.Fields root) {
    root.texts("dependencies").forEach(line -> requirement(path, line.replace("::", " "), ""));
    for (Node item : root.items("dependencies")) {
      item.asFields().texts("pip").forEach(line -> requirement(path, line, "pip"));
    }
  }

  private void pipfile(String path, Node.Fields root) {
    tables(path, "python", root.fields("packages"), "");
    tables(path, "python", root.fields("dev-packages"), "dev");
  }

  /** A script can build its lists in any way; the names in its quotes are all that can be told. */
  private void setupPy(String path, String text) {
    Matcher quoted = Pattern.compile("['\"]([^'\"\\n]{2,120})['\"]").matcher(text);
    while (quoted.find()) {
      requirement(path, quoted.group(1), "");
    }
  }

  // --- JSON and TOML -------------------------------------------------------------------------

  private void npm(String path, ManifestFormat format, String text) {
    if (format.lock()) {
      return;
    }
    tree(
        DocumentReader::json,
        text,
        root -> {
          tables(path, "npm", root.fields("dependencies"), "");
          tables(path, "npm", root.fields("devDependencies"), "dev");
          tables(path, "npm", root.fields("peerDependencies"), "peer");
          tables(path, "npm", root.fields("optionalDependencies"), "optional");
        });
  }

  private void php(String path, String text) {
    tree(
        DocumentReader::json,
        text,
        root -> {
          tables(path, "php", root.fields("require"), "");
          tables(path, "php", root.fields("require-dev"), "dev");
        });
  }

  private void cargo(String path, ManifestFormat format, String text) {
    if (format.lock()) {
      matches(path, "cargo", LOCKED_NAME, text);
      return;
    }
    tree(
        DocumentReader::toml,
        text,
        root -> {
          tables(path, "cargo", root.fields("dependencies"), "");
          tables(path, "cargo", root.fields("dev-dependencies"), "dev");
          tables(path, "cargo", root.fields("build-dependencies"), "build");
          tables(path, "cargo", root.fields("workspace").fields("dependencies"), "workspace");
        });
  }

  /** {@code name = "version"} or {@code name = {version = "version"}}. */
  private void tables(String path, String ecosystem, Node.Fields table, String scope) {
    table
        .fields()
        .forEach(
            (name, value) ->
                add(
                    path,
                    ecosystem,
                    name,
                    value.asText().orElseGet(() -> value.asFields().text("version").orElse("")),
                    scope));
  }

  @FunctionalInterface
  private interface Format {
    Node read(String text) throws SyntaxException;
  }

  /** A file that is not in its format declares nothing that could be relied on. */
  private static void tree(Format format, String text, Consumer<Node.Fields> reader) {
    try {
      reader.accept(format.read(text).asFields());
    } catch (SyntaxException e) {
      return;
    }
  }
}
