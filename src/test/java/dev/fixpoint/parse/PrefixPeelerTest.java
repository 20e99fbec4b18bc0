package dev.fixpoint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a CI or a runner of services writes in front of a line is no part of it. */
class PrefixPeelerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2026-01-01T10:00:00.0000000Z error: no           | error: no",
        "2026-01-01T10:00:00Z error: no                   | error: no",
        "2026-01-01 10:00:00,123 error: no                | error: no",
        "2026-01-01T10:00:00+02:00 error: no              | error: no",
        "[2026-01-01T10:00:00.123Z] error: no             | error: no",
        "[10:00:00] error: no                             | error: no",
        "10:00:00 error: no                               | error: no",
        "2026-01-01T10:00:00.000000Z 00O error: no        | error: no",
        "2026-01-01T10:00:00.000000Z 01E+error: no        | error: no",
        "[task 2026-01-01T10:00:00.123Z] error: no        | error: no",
        "[task 2026-01-01T10:00:00.123Z] 10:00:00    ERROR - no | no",
        "#12 3.456 error: no                              | error: no",
        "#12 ERROR: no                                    | ERROR: no",
        "\"web_1    # error: no\"                         | error: no",
        "\"db-12 # error: no\"                            | error: no",
        "error: no                                        | error: no",
        "2026-01-01 is a date                             | 2026-01-01 is a date",
        "10:00:00                                         | 10:00:00",
        "#1x no number                                    | #1x no number",
        "[INFO] Scanning                                  | [INFO] Scanning",
      })
  void isPeeled(String line, String text) {
    byte[] bytes = line.strip().replace("# error", "| error").getBytes(StandardCharsets.UTF_8);

    int start = PrefixPeeler.peel(bytes, 0, bytes.length);

    assertThat(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8))
        .isEqualTo(text.strip());
  }
}
