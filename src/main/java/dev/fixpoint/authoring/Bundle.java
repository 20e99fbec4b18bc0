package dev.fixpoint.authoring;

import dev.fixpoint.catalog.CatalogPack;
import dev.fixpoint.catalog.CatalogReader;
import dev.fixpoint.engine.Knowledge;
import dev.fixpoint.model.Problem;
import dev.fixpoint.reason.RuleCompiler;
import dev.fixpoint.reason.RuleSources;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packs the patterns and compiles the rules that go into the jar. Run by the build. */
public final class Bundle {
  private Bundle() {}

  /**
   * Writes the packs.
   *
   * @param args the folder of patterns, the folder of rules, and the folder of classes
   * @throws IOException when a file cannot be read or written, or something in them is wrong
   */
  public static void main(String[] args) throws IOException {
    Path output = Path.of(args[2]);
    CatalogReader.Result catalog = CatalogReader.read(Path.of(args[0]), true);
    refuse(catalog.problems());
    RuleCompiler.Result rules = RuleCompiler.compile(RuleSources.read(Path.of(args[1])));
    refuse(rules.problems());
    try (DataOutputStream out = open(output, Knowledge.CATALOG)) {
      CatalogPack.write(catalog.catalog(), out);
    }
    try (DataOutputStream out = open(output, Knowledge.RULES)) {
      rules.pack().write(out);
    }
  }

  private static DataOutputStream open(Path output, String name) throws IOException {
    Path file = output.resolve(name.substring(1));
    Files.createDirectories(file.getParent());
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private static void refuse(List<Problem> problems) throws IOException {
    List<Problem> errors =
        problems.stream().filter(problem -> problem.level() == Problem.Level.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new IOException(String.join("\n", errors.stream().map(Problem::sentence).toList()));
    }
  }
}
