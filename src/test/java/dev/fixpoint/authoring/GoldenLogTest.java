package dev.fixpoint.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.Knowledge;
import dev.fixpoint.model.AnalysisRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every golden log, made by a real tool, is read as its expectation says. */
class GoldenLogTest {
  private static final Path CASES = Path.of("test-logs");

  @TestFactory
  Stream<DynamicTest> everyGoldenLogIsReadAsExpected() throws IOException {
    Analyzer analyzer = new Analyzer(Knowledge.bundled());
    List<GoldenCase> cases = GoldenCase.all(CASES);
    return cases.stream()
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () -> {
                      AnalysisRecord record = golden.analyze(analyzer);
                      assertThat(golden.differences(record)).isEmpty();
                    }));
  }
}
