package dev.fixpoint.authoring;

import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.Surroundings;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Versions;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.record.Differences;
import dev.fixpoint.record.RecordJson;
import dev.fixpoint.record.RecordedAnalysis;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Analyses a log again, with everything else as it was recorded, and compares.
 *
 * @param log how the log was named
 * @param inputs what differs among engine, patterns, rules and log
 * @param differences what differs in verdict and diagnoses; empty when they are equal
 */
public record Replay(String log, List<String> inputs, List<String> differences) {
  public Replay {
    inputs = List.copyOf(inputs);
    differences = List.copyOf(differences);
  }

  /** Whether verdict and diagnoses are the same, byte for byte. */
  public boolean same() {
    return differences.isEmpty();
  }

  /**
   * Replays a record.
   *
   * @param recorded the record
   * @param log the log
   * @param analyzer what analyses now
   * @throws IOException when the log cannot be read
   */
  public static Replay of(RecordedAnalysis recorded, LogInput log, Analyzer analyzer)
      throws IOException {
    Surroundings surroundings =
        new Surroundings(recorded.run(), (document, run, names, problems) -> recorded.checkout());
    AnalysisRecord now = analyzer.analyze(log, surroundings, recorded.policy());
    Node.Fields conclusions;
    try {
      conclusions = DocumentReader.json(RecordJson.conclusions(now)).asFields();
    } catch (SyntaxException e) {
      throw new IllegalStateException("a record that cannot be read back", e);
    }
    List<String> differences = new ArrayList<>();
    Differences.between(recorded.verdict(), conclusions.fields("verdict"))
        .forEach(difference -> differences.add("verdict." + difference));
    Node diagnoses = new Node.Items(conclusions.items("diagnoses"), 0);
    List<String> inDiagnoses = Differences.between(recorded.diagnoses(), diagnoses);
    inDiagnoses.forEach(difference -> differences.add("diagnoses" + difference));
    List<String> inputs = inputs(recorded.versions(), now.versions());
    inputs.addAll(versions(recorded.diagnoses(), diagnoses));
    return new Replay(recorded.log(), inputs, differences);
  }

  private static List<String> inputs(Versions before, Versions after) {
    List<String> inputs = new ArrayList<>();
    input("engine", before.engine(), after.engine(), inputs);
    input("patterns", before.catalog(), after.catalog(), inputs);
    input("rules", before.rules(), after.rules(), inputs);
    input("log", before.log(), after.log(), inputs);
    return inputs;
  }

  private static void input(String name, String before, String after, List<String> inputs) {
    if (!before.equals(after)) {
      inputs.add(name + ": " + before + " -> " + after);
    }
  }

  /** Which patterns, rules and fixes stand behind one of the two and not behind the other. */
  private static List<String> versions(Node before, Node after) {
    TreeSet<String> old = new TreeSet<>();
    references(before, old);
    TreeSet<String> now = new TreeSet<>();
    references(after, now);
    List<String> changed = new ArrayList<>();
    for (String reference : old) {
      if (!now.contains(reference)) {
        changed.add("no longer used: " + reference);
      }
    }
    for (String reference : now) {
      if (!old.contains(reference)) {
        changed.add("newly used: " + reference);
      }
    }
    return changed;
  }

  private static void references(Node node, TreeSet<String> references) {
    node.asItems().forEach(item -> references(item, references));
    Node.Fields fields = node.asFields();
    fields
        .fields()
        .forEach(
            (name, value) -> {
              Node.Fields inner = value.asFields();
              if (inner.text("id").isPresent() && inner.text("version").isPresent()) {
                references.add(
                    name
                        + " "
                        + inner.text("id").orElse("")
                        + "@"
                        + inner.text("version").orElse(""));
              }
              references(value, references);
            });
  }
}
