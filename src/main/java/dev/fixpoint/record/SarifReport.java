package dev.fixpoint.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Evidence;
import dev.fixpoint.model.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS): one run, one
 * result for each cause, its evidence as locations in the log.
 */
public final class SarifReport {
  private SarifReport() {}

  /** Renders records; the text is one JSON document. */
  public static String render(List<AnalysisRecord> records) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(records, json);
      json.writeArrayFieldStart("results");
      for (AnalysisRecord record : records) {
        for (Diagnosis diagnosis : record.diagnoses()) {
          if (diagnosis.root()) {
            result(record, diagnosis, json);
          }
        }
      }
      json.writeEndArray();
      invocation(records, json);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return SafeText.json(text.toString());
  }

  private static void tool(List<AnalysisRecord> records, JsonGenerator json) throws IOException {
    Map<String, Diagnosis> causes = new LinkedHashMap<>();
    for (AnalysisRecord record : records) {
      record.diagnoses().stream()
          .filter(Diagnosis::root)
          .forEach(diagnosis -> causes.putIfAbsent(diagnosis.cause(), diagnosis));
    }
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Fixpoint");
    if (!records.isEmpty()) {
      json.writeStringField("version", records.get(0).versions().engine());
    }
    json.writeArrayFieldStart("rules");
    for (Diagnosis diagnosis : causes.values()) {
      json.writeStartObject();
      json.writeStringField("id", diagnosis.cause());
      json.writeObjectFieldStart("shortDescription");
      json.writeStringField("text", diagnosis.kind().meaning());
      json.writeEndObject();
      json.writeObjectFieldStart("properties");
      json.writeStringField("kind", diagnosis.kind().id());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(AnalysisRecord record, Diagnosis diagnosis, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", diagnosis.cause());
    json.writeStringField("level", diagnosis.confidence() >= 0.5 ? "error" : "warning");
    json.writeObjectFieldStart("message");
    json.writeStringField("text", SafeText.terminal(diagnosis.title()));
    json.writeEndObject();
    json.writeArrayFieldStart("locations");
    location(record, diagnosis.evidence().get(0), json);
    json.writeEndArray();
    json.writeArrayFieldStart("relatedLocations");
    for (Evidence evidence : diagnosis.evidence().subList(1, diagnosis.evidence().size())) {
      location(record, evidence, json);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("fixpoint/v1", diagnosis.fingerprint());
    json.writeEndObject();
    json.writeNumberField(
        "rank",
        BigDecimal.valueOf(100 * diagnosis.confidence()).setScale(2, RoundingMode.HALF_EVEN));
    json.writeObjectFieldStart("properties");
    json.writeStringField("kind", diagnosis.kind().id());
    json.writeStringField("rule", diagnosis.rule().toString());
    json.writeStringField("verdict", record.verdict().id());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void location(AnalysisRecord record, Evidence evidence, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(record, evidence));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Math.max(1, evidence.line()));
    json.writeObjectFieldStart("snippet");
    json.writeStringField("text", SafeText.terminal(evidence.text()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A path is no URI: blanks and other characters in it must be coded. */
  private static String uri(AnalysisRecord record, Evidence evidence) {
    String name = record.document().name().equals("-") ? "stdin" : record.document().name();
    String path =
        (evidence.part().isEmpty() ? name : name + "/" + evidence.part()).replace('\\', '/');
    try {
      return new URI(null, null, path.startsWith("/") ? path : "./" + path, null).getRawPath();
    } catch (URISyntaxException e) {
      return "log";
    }
  }

  private static void invocation(List<AnalysisRecord> records, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (AnalysisRecord record : records) {
      for (Problem problem : record.problems()) {
        json.writeStartObject();
        json.writeStringField(
            "level", problem.level() == Problem.Level.NOTE ? "note" : problem.level().id());
        json.writeObjectFieldStart("message");
        json.writeStringField("text", SafeText.terminal(problem.sentence()));
        json.writeEndObject();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
