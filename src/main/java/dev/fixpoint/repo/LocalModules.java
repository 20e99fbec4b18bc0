package dev.fixpoint.repo;

import dev.fixpoint.model.RepositoryFact.LocalModule;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.SyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds modules, packages and workspace members whose source lies in the checkout. */
final class LocalModules {
  private static final Pattern GO_MODULE = Pattern.compile("(?m)^module\\s+(\\S+)");
  private static final Pattern CARGO_NAME = Pattern.compile("(?m)^name\\s*=\\s*\"([^\"]+)\"");

  private LocalModules() {}

  /** The local modules among the given names, sorted by name. */
  static List<LocalModule> find(FileList files, Set<String> names) {
    Map<String, LocalModule> found = new TreeMap<>();
    for (String name : names) {
      python(files, name).ifPresent(module -> found.put("python " + name, module));
      java(files, name).ifPresent(module -> found.put("java " + name, module));
    }
    for (String path : files.paths()) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      switch (file) {
        case "package.json" ->
            npm(files, path, names).ifPresent(module -> found.put("npm " + path, module));
        case "go.mod" ->
            go(files, path, names).forEach(module -> found.put("go " + module.name(), module));
        case "Cargo.toml" ->
            cargo(files, path, names).ifPresent(module -> found.put("cargo " + path, module));
        default -> {}
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(LocalModule::ecosystem).thenComparing(LocalModule::name))
        .toList();
  }

  /** {@code a.b} is local when {@code a.py}, or a folder {@code a} with Python in it, is there. */
  private static Optional<LocalModule> python(FileList files, String name) {
    if (!name.matches("[A-Za-z_][\\w.]*")) {
      return Optional.empty();
    }
    int dot = name.indexOf('.');
    String top = dot < 0 ? name : name.substring(0, dot);
    String file = top + ".py";
    String folder = top + "/";
    for (String path : files.paths()) {
      if (!path.endsWith(".py")) {
        continue;
      }
      boolean isFile = path.equals(file) || path.endsWith("/" + file);
      int at = path.startsWith(folder) ? 0 : path.indexOf("/" + folder);
      if (isFile || at >= 0) {
        String where =
            isFile ? path : path.substring(0, at == 0 ? folder.length() : at + 1 + folder.length());
        return Optional.of(new LocalModule(where, "python", top));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalModule> java(FileList files, String name) {
    if (!name.matches("[a-z][\\w]*(?:\\.[a-z]\\w*)+(?:\\.[A-Z]\\w*)?")) {
      return Optional.empty();
    }
    String folder = "/" + name.replaceAll("\\.[A-Z]\\w*$", "").replace('.', '/') + "/";
    return files.paths().stream()
        .filter(path -> path.contains(folder) && (path.endsWith(".java") || path.endsWith(".kt")))
        .findFirst()
        .map(path -> new LocalModule(path.substring(0, path.lastIndexOf('/') + 1), "java", name));
  }

  private static Optional<LocalModule> npm(FileList files, String path, Set<String> names) {
    try {
      return DocumentReader.json(files.text(path))
          .asFields()
          .text("name")
          .filter(names::contains)
          .map(name -> new LocalModule(path, "npm", name));
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  private static List<LocalModule> go(FileList files, String path, Set<String> names) {
    Matcher module = GO_MODULE.matcher(files.text(path));
    if (!module.find()) {
      return List.of();
    }
    String own = module.group(1);
    return names.stream()
        .filter(name -> name.equals(own) || name.startsWith(own + "/"))
        .map(name -> new LocalModule(path, "go", name))
        .toList();
  }

  private static Optional<LocalModule> cargo(FileList files, String path, Set<String> names) {
    Matcher name = CARGO_NAME.matcher(files.text(path));
    if (!name.find()) {
      return Optional.empty();
    }
    String crate = name.group(1);
    return names.contains(crate) || names.contains(crate.replace('-', '_'))
        ? Optional.of(new LocalModule(path, "cargo", crate.replace('-', '_')))
        : Optional.empty();
  }
}
