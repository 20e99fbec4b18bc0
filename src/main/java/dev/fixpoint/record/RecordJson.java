package dev.fixpoint.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Contribution;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Evidence;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.LogPart;
import dev.fixpoint.model.PatternRef;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Rejected;
import dev.fixpoint.model.RuleRef;
import dev.fixpoint.model.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The record as JSON. Other tools read it: {@code schema} names the form, whose description is
 * published as {@code record.schema.json}.
 */
public final class RecordJson {
  /** The form of the record; raised when a reader of the old form would misread the new one. */
  public static final String SCHEMA = "fixpoint/record/1";

  private static final JsonFactory FACTORY = new JsonFactory();

  private RecordJson() {}

  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** The record on one line, without a newline at its end. */
  public static String line(AnalysisRecord record) {
    return render(false, json -> write(record, json));
  }

  /** The record on many lines, for people. */
  public static String pretty(AnalysisRecord record) {
    return render(true, json -> write(record, json));
  }

  /** Several records as one JSON list, for people. */
  public static String pretty(List<AnalysisRecord> records) {
    return render(
        true,
        json -> {
          json.writeStartArray();
          for (AnalysisRecord record : records) {
            write(record, json);
          }
          json.writeEndArray();
        });
  }

  /** The record and, beside it, the findings that were set aside, for people. */
  public static String explained(AnalysisRecord record) {
    return render(
        true,
        json -> {
          json.writeStartObject();
          json.writeFieldName("record");
          write(record, json);
          json.writeArrayFieldStart("rejected");
          for (Rejected rejected : record.rejected()) {
            json.writeStartObject();
            reference("pattern", rejected.pattern().id(), rejected.pattern().version(), json);
            json.writeNumberField("line", rejected.line());
            json.writeStringField("text", rejected.text());
            json.writeNumberField("count", rejected.count());
            json.writeStringField("why", rejected.why());
            json.writeStringField("rule", rejected.rule());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** What must be equal when the same log is analysed again: verdict and diagnoses. */
  public static String conclusions(AnalysisRecord record) {
    return render(
        true,
        json -> {
          json.writeStartObject();
          verdict(record.verdict(), json);
          diagnoses(record.diagnoses(), json);
          json.writeEndObject();
        });
  }

  private static String render(boolean pretty, Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      if (pretty) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        json.setPrettyPrinter(printer);
      }
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return SafeText.json(text.toString());
  }

  private static void write(AnalysisRecord record, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    source(record, json);
    verdict(record.verdict(), json);
    diagnoses(record.diagnoses(), json);
    problems(record.problems(), json);
    json.writeObjectFieldStart("engine");
    json.writeStringField("version", record.versions().engine());
    json.writeStringField("catalog", record.versions().catalog());
    json.writeStringField("rules", record.versions().rules());
    json.writeStringField("log", record.versions().log());
    json.writeEndObject();
    json.writeObjectFieldStart("timings");
    json.writeNumberField("readMicros", record.timings().read());
    json.writeNumberField("reasonMicros", record.timings().reason());
    json.writeNumberField("planMicros", record.timings().plan());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void source(AnalysisRecord record, JsonGenerator json) throws IOException {
    LogDocument document = record.document();
    json.writeObjectFieldStart("source");
    json.writeStringField("name", document.name());
    json.writeStringField("dialect", document.dialect().id());
    json.writeNumberField("lines", document.lines());
    json.writeNumberField("bytes", document.bytes());
    json.writeStringField("outcome", document.outcome().id());
    if (document.parts().size() > 1) {
      json.writeArrayFieldStart("parts");
      for (LogPart part : document.parts()) {
        json.writeString(part.name());
      }
      json.writeEndArray();
    }
    strings("run", record.run().known(), json);
    json.writeObjectFieldStart("policy");
    json.writeNumberField("act", record.policy().act());
    json.writeNumberField("suggest", record.policy().suggest());
    json.writeNumberField("rerun", record.policy().rerun());
    json.writeArrayFieldStart("risks");
    for (String risk : record.policy().risks().stream().map(Object::toString).sorted().toList()) {
      json.writeString(risk);
    }
    json.writeEndArray();
    json.writeNumberField("maxAttempts", record.policy().maxAttempts());
    json.writeArrayFieldStart("exclude");
    for (String cause : record.policy().excludedCauses()) {
      json.writeString(cause);
    }
    json.writeEndArray();
    json.writeEndObject();
    CheckoutJson.write(record.checkout(), json);
    json.writeEndObject();
  }

  private static void verdict(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("verdict");
    json.writeStringField("kind", verdict.id());
    json.writeStringField("reason", verdict.reason());
    json.writeEndObject();
  }

  private static void diagnoses(List<Diagnosis> diagnoses, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("diagnoses");
    for (Diagnosis diagnosis : diagnoses) {
      diagnosis(diagnosis, json);
    }
    json.writeEndArray();
  }

  private static void diagnosis(Diagnosis diagnosis, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", diagnosis.id());
    json.writeStringField("cause", diagnosis.cause());
    json.writeStringField("kind", diagnosis.kind().id());
    json.writeStringField("title", diagnosis.title());
    number("confidence", diagnosis.confidence(), json);
    json.writeArrayFieldStart("contributions");
    for (Contribution contribution : diagnosis.contributions()) {
      json.writeStartObject();
      json.writeStringField("name", contribution.name());
      number("logOdds", contribution.logOdds(), json);
      json.writeStringField("detail", contribution.detail());
      json.writeStringField("rule", contribution.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("root", diagnosis.root());
    json.writeStringField("status", diagnosis.status().id());
    json.writeBooleanField("generic", diagnosis.generic());
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : diagnosis.evidence()) {
      evidence(evidence, json);
    }
    json.writeEndArray();
    json.writeNumberField("matches", diagnosis.matches());
    strings("entities", diagnosis.entities(), json);
    json.writeArrayFieldStart("explains");
    for (String id : diagnosis.explains()) {
      json.writeString(id);
    }
    json.writeEndArray();
    json.writeStringField("explainedBy", diagnosis.explainedBy());
    json.writeStringField("fingerprint", diagnosis.fingerprint());
    RuleRef rule = diagnosis.rule();
    reference("rule", rule.id(), rule.version(), json);
    fix(diagnosis.fix(), json);
    json.writeEndObject();
  }

  private static void evidence(Evidence evidence, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", evidence.line());
    if (!evidence.part().isEmpty()) {
      json.writeStringField("part", evidence.part());
    }
    json.writeStringField("text", evidence.text());
    PatternRef pattern = evidence.pattern();
    if (pattern == null) {
      json.writeNullField("pattern");
    } else {
      reference("pattern", pattern.id(), pattern.version(), json);
    }
    if (!evidence.excerpt().isEmpty()) {
      json.writeArrayFieldStart("excerpt");
      for (LogLine line : evidence.excerpt()) {
        json.writeStartObject();
        json.writeNumberField("line", line.position() - evidence.position() + evidence.line());
        json.writeStringField("text", line.text());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void reference(String name, String id, int version, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("id", id);
    json.writeNumberField("version", version);
    json.writeEndObject();
  }

  private static void fix(@Nullable FixPlan fix, JsonGenerator json) throws IOException {
    if (fix == null) {
      json.writeNullField("fix");
      return;
    }
    json.writeObjectFieldStart("fix");
    reference("template", fix.template(), fix.version(), json);
    json.writeStringField("title", fix.title());
    json.writeStringField("advice", fix.advice());
    json.writeStringField("risk", fix.risk().id());
    json.writeArrayFieldStart("actions");
    for (FixAction action : fix.actions()) {
      json.writeStartObject();
      json.writeStringField("verb", action.verb().id());
      for (Map.Entry<String, String> parameter : action.parameters().entrySet()) {
        json.writeStringField(parameter.getKey(), parameter.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("preconditions");
    for (Precondition condition : fix.preconditions()) {
      json.writeStartObject();
      json.writeStringField("name", condition.name());
      json.writeBooleanField("met", condition.met());
      json.writeStringField("detail", condition.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("verification", fix.verification());
    number("confidence", fix.confidence(), json);
    json.writeEndObject();
  }

  private static void problems(List<Problem> problems, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("level", problem.level().id());
      json.writeStringField("code", problem.code().id());
      json.writeStringField("location", problem.location());
      json.writeStringField("message", problem.message());
      json.writeStringField("hint", problem.hint());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(String name, Map<String, String> values, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  /** Four decimals: more would only record the noise of floating point. */
  private static void number(String name, double value, JsonGenerator json) throws IOException {
    json.writeNumberField(name, BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN));
  }
}
