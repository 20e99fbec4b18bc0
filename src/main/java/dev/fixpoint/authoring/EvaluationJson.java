package dev.fixpoint.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** The result of an evaluation as JSON, to be compared with a later one. */
public final class EvaluationJson {
  private EvaluationJson() {}

  /**
   * Writes a result.
   *
   * @throws IOException never, for it writes to memory
   */
  public static String write(Evaluation evaluation) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      figures(Figures.of(evaluation.cases()), json);
      json.writeArrayFieldStart("cases");
      for (Evaluation.Case one : evaluation.cases()) {
        json.writeStartObject();
        json.writeStringField("id", one.id());
        json.writeStringField("ci", one.ci());
        json.writeBooleanField("failed", one.failed());
        json.writeBooleanField("counts", one.counts());
        json.writeStringField("wantedKind", one.wantedKind());
        json.writeNumberField("wantedLine", one.wantedLine());
        json.writeStringField("cause", one.cause());
        json.writeStringField("kind", one.kind());
        json.writeNumberField("line", one.line());
        json.writeStringField("text", one.text());
        json.writeNumberField("confidence", one.confidence());
        json.writeBooleanField("evidence1", one.evidence1());
        json.writeBooleanField("evidence3", one.evidence3());
        json.writeBooleanField("kind1", one.kind1());
        json.writeBooleanField("kind3", one.kind3());
        json.writeStringField("verdict", one.verdict());
        json.writeBooleanField("harmful", one.harmful());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void figures(Figures figures, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("figures");
    json.writeNumberField("logs", figures.logs());
    json.writeNumberField("evidence1", figures.evidence1());
    json.writeNumberField("evidence3", figures.evidence3());
    json.writeNumberField("kind1", figures.kind1());
    json.writeNumberField("kind3", figures.kind3());
    json.writeNumberField("right1", figures.right1());
    json.writeNumberField("brier", figures.brier());
    json.writeNumberField("ece", figures.ece());
    json.writeNumberField("precision", figures.precision());
    json.writeNumberField("coverage", figures.coverage());
    json.writeNumberField("passed", figures.passed());
    json.writeNumberField("falseAlarms", figures.falseAlarms());
    json.writeNumberField("harmful", figures.harmful());
    json.writeEndObject();
  }

  /**
   * Reads a result that was written before.
   *
   * @throws IOException when the text is none
   */
  public static Evaluation read(String text) throws IOException {
    try {
      List<Evaluation.Case> cases = new ArrayList<>();
      for (Node item : DocumentReader.json(text).asFields().items("cases")) {
        Node.Fields one = item.asFields();
        cases.add(
            new Evaluation.Case(
                one.text("id").orElse(""),
                one.text("ci").orElse(""),
                flag(one, "failed"),
                flag(one, "counts"),
                one.text("wantedKind").orElse(""),
                Long.parseLong(one.text("wantedLine").orElse("0")),
                one.text("cause").orElse(""),
                one.text("kind").orElse(""),
                Long.parseLong(one.text("line").orElse("0")),
                one.text("text").orElse(""),
                Double.parseDouble(one.text("confidence").orElse("0")),
                flag(one, "evidence1"),
                flag(one, "evidence3"),
                flag(one, "kind1"),
                flag(one, "kind3"),
                one.text("verdict").orElse(""),
                flag(one, "harmful")));
      }
      return new Evaluation(cases, List.of());
    } catch (SyntaxException | NumberFormatException e) {
      throw new IOException(
          "the baseline is no result of eval --format json: " + e.getMessage(), e);
    }
  }

  private static boolean flag(Node.Fields fields, String name) {
    return fields.text(name).orElse("").equals("true");
  }
}
