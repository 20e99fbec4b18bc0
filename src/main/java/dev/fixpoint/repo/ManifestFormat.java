package dev.fixpoint.repo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sort of file that declares or locks dependencies.
 *
 * @param name what its file name looks like
 * @param ecosystem whose packages it names
 * @param format the sort
 * @param lock whether a tool writes it from another file
 */
record ManifestFormat(Pattern name, String ecosystem, String format, boolean lock) {
  private static final List<ManifestFormat> ALL =
      List.of(
          of("[\\w.-]*requirements[\\w.-]*\\.txt", "python", "requirements", false),
          of("pyproject\\.toml", "python", "pyproject", false),
          of("setup\\.cfg", "python", "setup-cfg", false),
          of("setup\\.py", "python", "setup-py", false),
          of("Pipfile", "python", "pipfile", false),
          of("environment\\.ya?ml", "python", "conda", false),
          of("Pipfile\\.lock|poetry\\.lock|uv\\.lock|pdm\\.lock", "python", "lock", true),
          of("package\\.json", "npm", "package-json", false),
          of(
              "package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml|bun\\.lockb?",
              "npm",
              "lock",
              true),
          of("pom\\.xml", "maven", "pom", false),
          of("build\\.gradle(?:\\.kts)?|libs\\.versions\\.toml", "gradle", "gradle", false),
          of("go\\.mod", "go", "go-mod", false),
          of("go\\.sum", "go", "lock", true),
          of("Cargo\\.toml", "cargo", "cargo-toml", false),
          of("Cargo\\.lock", "cargo", "lock", true),
          of("Gemfile|[\\w.-]+\\.gemspec", "ruby", "gemfile", false),
          of("Gemfile\\.lock", "ruby", "lock", true),
          of("composer\\.json", "php", "composer-json", false),
          of("composer\\.lock", "php", "lock", true),
          of("[\\w.-]+\\.[cf]sproj|Directory\\.Packages\\.props", "dotnet", "project", false),
          of("packages\\.lock\\.json", "dotnet", "lock", true));

  private static ManifestFormat of(String name, String ecosystem, String format, boolean lock) {
    return new ManifestFormat(Pattern.compile(name), ecosystem, format, lock);
  }

  /** The format of a file, or empty when it is no manifest. */
  static Optional<ManifestFormat> of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return ALL.stream().filter(format -> format.name.matcher(name).matches()).findFirst();
  }
}
