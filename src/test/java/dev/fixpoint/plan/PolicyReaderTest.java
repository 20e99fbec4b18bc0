package dev.fixpoint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Risk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy says what is allowed; what it does not say stays as it is, and nonsense is refused. */
class PolicyReaderTest {

  private static Policy read(String text, List<Problem> problems) {
    return PolicyReader.read(text, "fixpoint.yml", problems);
  }

  @Test
  void whatIsNotSaidIsTheDefault() {
    List<Problem> problems = new ArrayList<>();

    assertThat(read("", problems)).isEqualTo(Policy.DEFAULT);
    assertThat(read("max_attempts: 3\n", problems).maxAttempts()).isEqualTo(3);
    assertThat(problems).isEmpty();
  }

  @Test
  void everythingCanBeSaid() {
    List<Problem> problems = new ArrayList<>();
    Policy policy =
        read(
            """
            thresholds: {act: 0.9, suggest: 0.5, rerun: 0.6}
            risks: [none, layout]
            max_attempts: 1
            exclude: [test.failure, 'python.*']
            """,
            problems);

    assertThat(problems).isEmpty();
    assertThat(policy.act()).isEqualTo(0.9);
    assertThat(policy.risks()).containsExactlyInAnyOrder(Risk.NONE, Risk.LAYOUT);
    assertThat(policy.excludes("python.module-missing")).isTrue();
    assertThat(policy.excludes("test.failure")).isTrue();
    assertThat(policy.excludes("test.failures")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "thresholds: {act: 2}                    | fixpoint.yml:1 | 'act' is '2'",
        "threshold: {act: 0.9}                   | fixpoint.yml:1 | 'threshold' is not a key here",
        "risks: [everything]                     | fixpoint.yml:1 | 'everything' is no risk",
        "thresholds: {act: 0.3, suggest: 0.5}    | fixpoint.yml:1 | it would act at 0.3 but suggest only at 0.5",
        "thresholds: {act: 0.4, suggest: 0.4}\\nrisks: [workflow] | fixpoint.yml:1 | change workflows at a confidence below one half",
        "max_attempts: [                         | fixpoint.yml:1 | this is no YAML",
        "just a sentence                         | fixpoint.yml:1 | a policy is a mapping",
      })
  void nonsenseIsRefusedWithItsPlace(String text, String where, String message) {
    List<Problem> problems = new ArrayList<>();

    read(text.replace("\\n", "\n"), problems);

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.location()).startsWith(where.substring(0, where.length() - 1));
              assertThat(problem.message()).contains(message);
              assertThat(problem.hint()).isNotBlank();
            });
  }
}
