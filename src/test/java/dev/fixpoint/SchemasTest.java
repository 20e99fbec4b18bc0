package dev.fixpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.Knowledge;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.record.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that editors and other tools read agree with what the code accepts and writes. */
class SchemasTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonSchema schema(Path file) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(file));
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void everyPatternFitsItsSchema() throws IOException {
    JsonSchema schema = schema(Path.of("patterns/schema.json"));
    for (Path file : files(Path.of("patterns"), ".yaml")) {
      if (!file.toString().contains("_fixes")) {
        assertThat(schema.validate(YAML.readTree(file.toFile()))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void everyFixFitsItsSchema() throws IOException {
    JsonSchema schema = schema(Path.of("patterns/fix.schema.json"));
    for (Path file : files(Path.of("patterns/_fixes"), ".yaml")) {
      assertThat(schema.validate(YAML.readTree(file.toFile()))).as(file.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity: error|severity: bad",
        "weight: 0.75|weight: 2",
        "category: dependency-missing|category: nothing",
        "version: 1|version: one",
        "version: 1|version: 1\ncolour: red",
        "group_by: true|group_by: maybe",
        "references:|refs:",
      })
  void whatTheCodeRefusesTheSchemaRefuses(String change) throws IOException {
    String[] parts = change.split("\\|", -1);
    String good = Files.readString(Path.of("patterns/python/module-not-found.yaml"));
    assertThat(good).contains(parts[0]);

    JsonNode bad = YAML.readTree(good.replace(parts[0], parts[1]));

    assertThat(schema(Path.of("patterns/schema.json")).validate(bad)).isNotEmpty();
  }

  @Test
  void everyRecordOfTheGoldenLogsFitsItsSchema() throws IOException {
    JsonSchema schema = schema(Path.of("src/main/resources/fixpoint/record.schema.json"));
    Analyzer analyzer = new Analyzer(Knowledge.bundled());
    for (Path log : files(Path.of("test-logs"), "log.txt")) {
      String record =
          RecordJson.line(
              analyzer.analyze(LogInput.of(log.toString(), () -> Files.newInputStream(log))));
      Set<ValidationMessage> problems = schema.validate(JSON.readTree(record));
      assertThat(problems).as(log.toString()).isEmpty();
    }
  }
}
