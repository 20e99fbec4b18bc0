package dev.fixpoint.repo;

import dev.fixpoint.model.RepositoryFact.PinnedTool;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the versions of tools that a checkout asks for. */
final class PinnedTools {
  private static final Map<String, String> VERSION_FILES =
      Map.of(
          ".nvmrc", "node",
          ".node-version", "node",
          ".python-version", "python",
          ".ruby-version", "ruby",
          ".java-version", "java",
          ".go-version", "go",
          ".terraform-version", "terraform",
          "rust-toolchain", "rust");

  private static final Map<String, List<Pattern>> EXPRESSIONS =
      Map.of(
          "go.mod",
          List.of(Pattern.compile("(?m)^(?<tool>go)\\s+(?<version>\\d[\\w.]*)")),
          "rust-toolchain.toml",
          List.of(Pattern.compile("(?<tool>channel)\\s*=\\s*\"(?<version>[^\"]+)\"")),
          "Cargo.toml",
          List.of(Pattern.compile("(?<tool>rust)-version\\s*=\\s*\"(?<version>[^\"]+)\"")),
          "pom.xml",
          List.of(
              Pattern.compile(
                  "<maven\\.compiler\\.(?<tool>release|target|source)>\\s*(?<version>[\\d.]+)\\s*<")),
          "pyproject.toml",
          List.of(Pattern.compile("(?<tool>requires-python)\\s*=\\s*\"(?<version>[^\"]+)\"")),
          "global.json",
          List.of(Pattern.compile("\"(?<tool>version)\"\\s*:\\s*\"(?<version>[^\"]+)\"")));

  private static final Map<String, String> TOOLS =
      Map.of(
          "channel", "rust",
          "release", "java",
          "target", "java",
          "source", "java",
          "requires-python", "python",
          "version", "dotnet");

  private PinnedTools() {}

  /** The pinned tools, in the order of their files. */
  static List<PinnedTool> read(FileList files) {
    List<PinnedTool> tools = new ArrayList<>();
    for (String path : files.paths()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (VERSION_FILES.containsKey(name)) {
        files
            .text(path)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .findFirst()
            .ifPresent(
                version ->
                    tools.add(
                        new PinnedTool(path, String.valueOf(VERSION_FILES.get(name)), version)));
      } else if (name.equals(".tool-versions")) {
        toolVersions(path, files.text(path), tools);
      } else if (name.equals("package.json")) {
        node(path, files.text(path), tools);
      }
      for (Pattern expression : EXPRESSIONS.getOrDefault(name, List.of())) {
        Matcher matcher = expression.matcher(files.text(path));
        if (matcher.find()) {
          String tool = matcher.group("tool");
          tools.add(new PinnedTool(path, TOOLS.getOrDefault(tool, tool), matcher.group("version")));
        }
      }
    }
    return tools;
  }

  private static void toolVersions(String path, String text, List<PinnedTool> tools) {
    text.lines()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(words -> words.length >= 2 && !words[0].startsWith("#"))
        .forEach(words -> tools.add(new PinnedTool(path, words[0], words[1])));
  }

  private static void node(String path, String text, List<PinnedTool> tools) {
    try {
      Node.Fields root = DocumentReader.json(text).asFields();
      root.fields("engines")
          .fields()
          .forEach(
              (tool, version) ->
                  version
                      .asText()
                      .ifPresent(range -> tools.add(new PinnedTool(path, tool, range))));
      root.text("packageManager")
          .filter(manager -> manager.contains("@"))
          .ifPresent(
              manager -> {
                int at = manager.indexOf('@');
                tools.add(
                    new PinnedTool(path, manager.substring(0, at), manager.substring(at + 1)));
              });
    } catch (SyntaxException e) {
      // A broken package.json pins nothing; npm itself will say so.
      return;
    }
  }
}
