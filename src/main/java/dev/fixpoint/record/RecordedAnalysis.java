package dev.fixpoint.record;

import dev.fixpoint.model.Policy;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.Risk;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.Versions;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record that was written before: the inputs of the analysis, and what came out.
 *
 * @param log how the log was named
 * @param run what was known of the run
 * @param checkout what the checkout said
 * @param policy what was allowed
 * @param versions what made the record
 * @param verdict the verdict
 * @param diagnoses the diagnoses
 */
public record RecordedAnalysis(
    String log,
    RunContext run,
    List<RepositoryFact> checkout,
    Policy policy,
    Versions versions,
    Node verdict,
    Node diagnoses) {
  public RecordedAnalysis {
    checkout = List.copyOf(checkout);
  }

  /**
   * Reads the records of a file: one record, a list of them, one a line, or a journal.
   *
   * @param text the file
   * @throws IOException when it holds something else; the message says where, for people
   */
  public static List<RecordedAnalysis> read(String text) throws IOException {
    List<RecordedAnalysis> records = new ArrayList<>();
    if (text.isBlank()) {
      throw new IOException("the file is empty; a record is what 'analyze --format json' prints");
    }
    try {
      Optional<Node> whole = whole(text);
      if (whole.isPresent()) {
        List<Node> items =
            whole.get().asItems().isEmpty() ? List.of(whole.get()) : whole.get().asItems();
        for (Node item : items) {
          records.add(of(item, 1));
        }
        return records;
      }
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        if (!line.isBlank()) {
          records.add(of(DocumentReader.json(line), number));
        }
      }
      return records;
    } catch (SyntaxException e) {
      throw new IOException("this is no record, line " + e.line() + ": " + e.getMessage(), e);
    }
  }

  /** The file as one document; empty when it is one document a line. */
  private static Optional<Node> whole(String text) throws SyntaxException {
    int end = text.strip().indexOf('\n');
    if (end > 0 && text.strip().substring(0, end).endsWith("}")) {
      return Optional.empty();
    }
    return Optional.of(DocumentReader.json(text));
  }

  private static RecordedAnalysis of(Node node, int line) throws IOException {
    Node.Fields fields = node.asFields();
    Node.Fields record = fields.get("record").map(Node::asFields).orElse(fields);
    String schema = record.text("schema").orElse("");
    if (!schema.equals(RecordJson.SCHEMA)) {
      throw new IOException(
          "line "
              + line
              + ": this is no record of the form "
              + RecordJson.SCHEMA
              + (schema.isEmpty() ? "" : ", but of " + schema));
    }
    Node.Fields source = record.fields("source");
    Node.Fields engine = record.fields("engine");
    return new RecordedAnalysis(
        source.text("name").orElse(""),
        run(source.fields("run")),
        CheckoutJson.read(source.items("checkout")),
        policy(source.fields("policy")),
        new Versions(
            engine.text("version").orElse(""),
            engine.text("catalog").orElse(""),
            engine.text("rules").orElse(""),
            engine.text("log").orElse("")),
        record.fields("verdict"),
        new Node.Items(record.items("diagnoses"), 0));
  }

  private static RunContext run(Node.Fields run) {
    return new RunContext(
        run.text("repository").orElse(""),
        run.text("workflow").orElse(""),
        run.text("event").orElse(""),
        run.text("branch").orElse(""),
        Integer.parseInt(run.text("attempt").orElse("0")),
        run.text("fork").orElse("").equals("true"));
  }

  private static Policy policy(Node.Fields policy) {
    Set<Risk> risks =
        policy.texts("risks").stream()
            .flatMap(risk -> Risk.of(risk).stream())
            .collect(Collectors.toSet());
    return new Policy(
        Double.parseDouble(policy.text("act").orElse("1")),
        Double.parseDouble(policy.text("suggest").orElse("1")),
        Double.parseDouble(policy.text("rerun").orElse("1")),
        risks,
        Integer.parseInt(policy.text("maxAttempts").orElse("1")),
        policy.texts("exclude"));
  }
}
