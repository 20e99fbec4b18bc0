package dev.fixpoint.authoring;

import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.Surroundings;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.Policy;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.repo.CheckoutReader;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A log that a real tool printed, kept beside the small project it was run on, and what must be
 * said about it ({@code expected.yaml}).
 *
 * @param name {@code <tool>/<case>}
 * @param folder its folder
 * @param expected what must be said
 */
public record GoldenCase(String name, Path folder, Node.Fields expected) {

  /**
   * All cases below a folder, sorted by name.
   *
   * @throws IOException when a file cannot be read or is no YAML
   */
  public static List<GoldenCase> all(Path root) throws IOException {
    List<GoldenCase> cases = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root, 3)) {
      files = walk.filter(file -> file.endsWith("expected.yaml")).sorted().toList();
    }
    for (Path file : files) {
      Path folder = file.resolveSibling("");
      try {
        cases.add(
            new GoldenCase(
                root.relativize(folder).toString().replace('\\', '/'),
                folder,
                DocumentReader.yaml(Files.readString(file)).asFields()));
      } catch (SyntaxException e) {
        throw new IOException(file + ":" + e.line() + ": " + e.getMessage(), e);
      }
    }
    return cases;
  }

  /**
   * Analyses the log, with the project as the checkout when the expectation says {@code checkout:
   * true}.
   *
   * @throws IOException when the log cannot be read
   */
  public AnalysisRecord analyze(Analyzer analyzer) throws IOException {
    boolean checkout = expected.text("checkout").orElse("false").equals("true");
    Surroundings surroundings =
        checkout
            ? new Surroundings(
                RunContext.UNKNOWN, new CheckoutReader(folder.resolve("project"))::facts)
            : Surroundings.NONE;
    return analyzer.analyze(
        LogInput.of(name, () -> Files.newInputStream(folder.resolve("log.txt"))),
        surroundings,
        Policy.DEFAULT);
  }

  /**
   * Compares what was said with what must be.
   *
   * @return one sentence for each difference; empty when all is as it must be
   */
  public List<String> differences(AnalysisRecord record) {
    List<String> differences = new ArrayList<>();
    expected
        .text("verdict")
        .filter(verdict -> !verdict.equals(record.verdict().id()))
        .ifPresent(
            verdict ->
                differences.add(
                    "the verdict is "
                        + record.verdict().id()
                        + ", not "
                        + verdict
                        + " ("
                        + record.verdict().reason()
                        + ")"));
    Optional<Diagnosis> first = record.diagnoses().stream().filter(Diagnosis::root).findFirst();
    expected
        .get("diagnosis")
        .map(Node::asFields)
        .ifPresent(
            wanted ->
                first.ifPresentOrElse(
                    diagnosis -> compare(wanted, diagnosis, differences),
                    () -> differences.add("there is no diagnosis")));
    Node.Fields entities = expected.fields("entities");
    entities
        .fields()
        .forEach(
            (name, value) ->
                same(
                    "entity " + name,
                    value.asText().orElse(""),
                    first.map(diagnosis -> diagnosis.entities().getOrDefault(name, "")).orElse(""),
                    differences));
    expected.text("fix").ifPresent(fix -> same("fix", fix, fix(first), differences));
    for (String action : expected.texts("actions")) {
      if (!actions(first).contains(action)) {
        differences.add("no action '" + action + "' in " + actions(first));
      }
    }
    for (String symptom : expected.texts("explains")) {
      boolean found =
          record.diagnoses().stream()
              .anyMatch(
                  diagnosis ->
                      diagnosis.cause().equals(symptom) && diagnosis.explainedBy() != null);
      if (!found) {
        differences.add("nothing explains '" + symptom + "'");
      }
    }
    for (String cause : expected.texts("silent")) {
      if (record.diagnoses().stream().anyMatch(one -> one.root() && one.cause().equals(cause))) {
        differences.add("'" + cause + "' is given as a cause");
      }
      if (record.diagnoses().stream().anyMatch(one -> one.rule().id().equals(cause))) {
        differences.add("the rule '" + cause + "' fired");
      }
    }
    return differences;
  }

  private static String fix(Optional<Diagnosis> first) {
    return first.map(Diagnosis::fix).map(FixPlan::template).orElse("none");
  }

  private static List<String> actions(Optional<Diagnosis> first) {
    return first.map(Diagnosis::fix).map(FixPlan::actions).orElse(List.of()).stream()
        .map(
            action -> {
              StringBuilder text = new StringBuilder(action.verb().id());
              action
                  .parameters()
                  .forEach(
                      (name, value) -> text.append(' ').append(name).append('=').append(value));
              return text.toString();
            })
        .toList();
  }

  private static void compare(Node.Fields wanted, Diagnosis diagnosis, List<String> differences) {
    wanted.text("cause").ifPresent(cause -> same("cause", cause, diagnosis.cause(), differences));
    wanted.text("kind").ifPresent(kind -> same("kind", kind, diagnosis.kind().id(), differences));
    wanted
        .text("line")
        .ifPresent(
            line ->
                same(
                    "line", line, String.valueOf(diagnosis.evidence().get(0).line()), differences));
    wanted.text("rule").ifPresent(rule -> same("rule", rule, diagnosis.rule().id(), differences));
  }

  private static void same(String what, String wanted, String actual, List<String> differences) {
    if (!wanted.equals(actual)) {
      differences.add("the " + what + " is '" + actual + "', not '" + wanted + "'");
    }
  }
}
