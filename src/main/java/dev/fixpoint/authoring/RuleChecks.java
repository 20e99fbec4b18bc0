package dev.fixpoint.authoring;

import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.Lock;
import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.model.Problem;
import dev.fixpoint.reason.RuleIndex;
import dev.fixpoint.reason.RuleInfo;
import dev.fixpoint.reason.RuleLint;
import dev.fixpoint.reason.RuleSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks a folder of rules. */
public final class RuleChecks {
  private RuleChecks() {}

  /**
   * Checks everything about the rules of a folder.
   *
   * @param folder the folder
   * @param catalog the patterns and fixes that rules may name
   * @return everything that is wrong, each with file and line
   * @throws IOException when a file cannot be read
   */
  public static List<Problem> lint(Path folder, Catalog catalog) throws IOException {
    RuleSources sources = RuleSources.read(folder);
    List<Problem> problems =
        new ArrayList<>(
            RuleLint.check(
                sources,
                catalog.patterns().stream().map(Pattern::id).collect(Collectors.toSet()),
                catalog.fixes().keySet()));
    if (!sources.lock().isEmpty()) {
      String path = folder.resolve("LOCK").toString();
      Lock old = Lock.parse(sources.lock(), path, Problem.Code.RULE_LOCK, problems);
      problems.addAll(
          old.compare(lockOf(folder), path, Problem.Code.RULE_LOCK, "'fixpoint rules lock'"));
    }
    return problems;
  }

  /**
   * The rules of a folder.
   *
   * @throws IOException when a file cannot be read
   * @throws ConfigurationException when a rule file is not in order
   */
  public static List<RuleInfo> index(Path folder) throws IOException, ConfigurationException {
    List<Problem> problems = new ArrayList<>();
    List<RuleInfo> rules = RuleIndex.read(RuleSources.read(folder), problems);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return rules;
  }

  /**
   * The lock of the rules of a folder as they are.
   *
   * @throws IOException when a file cannot be read
   */
  public static Lock lockOf(Path folder) throws IOException {
    Map<String, Lock.Entry> entries = new TreeMap<>();
    RuleIndex.read(RuleSources.read(folder), new ArrayList<>())
        .forEach(rule -> entries.put(rule.id(), new Lock.Entry(rule.version(), rule.digest())));
    return new Lock(entries);
  }

  /** The text of a rule inside its file, the comment above it included. */
  public static String textOf(RuleInfo rule, String file) {
    List<String> lines = file.lines().toList();
    int first = Math.max(0, rule.line() - 1);
    while (first > 0 && lines.get(first - 1).startsWith("//")) {
      first--;
    }
    int last = first;
    while (last < lines.size() - 1 && !lines.get(last).strip().equals("end")) {
      last++;
    }
    return String.join("\n", lines.subList(first, last + 1));
  }
}
