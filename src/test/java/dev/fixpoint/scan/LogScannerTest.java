package dev.fixpoint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.catalog.TestPatterns;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.Problem;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.parse.LogParser;
import dev.fixpoint.parse.ParseLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns are found where they match, with the lines they belong to, and nowhere else. */
class LogScannerTest {

  private record Scanned(List<Finding> findings, List<Problem> problems) {}

  private static Scanned scan(String log, ScanLimits limits, Pattern... patterns) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    LogScanner.Scan scan = new LogScanner(List.of(patterns), limits).open();
    try {
      LogDocument document =
          new LogParser(ParseLimits.DEFAULT)
              .parse(LogInput.of("t", () -> new ByteArrayInputStream(bytes)), scan::accept);
      return new Scanned(scan.findings(document), scan.problems("t"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> scan(String log, Pattern... patterns) {
    return scan(log, ScanLimits.DEFAULT, patterns).findings();
  }

  @Test
  void aMatchCarriesLineCapturesAndTheLinesAroundIt() {
    Finding finding =
        scan("one\ntwo\nerror: no cake\nfour\n", TestPatterns.of("a.error", "error: (?<m>.+)"))
            .get(0);

    assertThat(finding.line()).isEqualTo(3);
    assertThat(finding.capture("m")).isEqualTo("no cake");
    assertThat(finding.occurrences().get(0).excerpt())
        .containsExactly(
            new LogLine(1, "one"),
            new LogLine(2, "two"),
            new LogLine(3, "error: no cake"),
            new LogLine(4, "four"));
  }

  @Test
  void equalFailuresAreOneFindingAndDifferentOnesAreNot() {
    Pattern pattern = TestPatterns.of("a.error", "error: (?<m>.+)", "m");

    List<Finding> findings = scan("error: x\nerror: y\nerror: x\n", pattern);

    assertThat(findings).extracting(Finding::identity).containsExactly("m=x", "m=y");
    assertThat(findings).extracting(Finding::count).containsExactly(2, 1);
    assertThat(findings.get(0).occurrences()).hasSize(2);
  }

  @Test
  void timesPathsAndAddressesDoNotTellFailuresApart() {
    Pattern pattern = TestPatterns.of("a.error", "error: (?<m>.+)", "m");

    assertThat(
            scan(
                """
                error: /home/ci/w1/src/a.c failed after 12.5 s at 0x7ff123
                error: /builds/42/src/a.c failed after 3 s at 0x55aa99
                """,
                pattern))
        .hasSize(1);
  }

  @Test
  void surroundingsDecideWhereAPatternSaysSo() {
    Pattern pattern =
        TestPatterns.within(
            "t.failed",
            "^(?<test>\\w+) FAILED",
            """
            lines: 3
            follow:
              - {regex: '^\\s+(?<exception>\\w+Error): (?<message>.+)', show: true}
            unless: ['expected to fail']
            unless_before: ['^retry']
            until: ['FAILED']
            """);

    List<Finding> findings =
        scan(
            """
            testA FAILED
                FooError: no
            testB FAILED



                FooError: too far
            testC FAILED
                FooError: no
                expected to fail
            retry
            testD FAILED
                FooError: no
            testE FAILED
            testF FAILED because
                FooError: of another test
            """,
            pattern);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).captures())
        .containsEntry("test", "testA")
        .containsEntry("message", "no");
    assertThat(findings.get(0).line()).as("the line to show").isEqualTo(2);
  }

  @Test
  void surroundingsReachOverTheBorderOfABlock() {
    Pattern pattern =
        TestPatterns.within(
            "t.f", "^FAILED", "{lines: 5, follow: [{regex: '^reason (?<r>\\w+)'}]}");
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      log.append(
          i % 1000 == 500 ? "FAILED\n" : i % 1000 == 503 ? "reason r" + i + "\n" : "padding\n");
    }

    List<Finding> findings = scan(log.toString(), pattern);

    assertThat(findings.stream().mapToInt(Finding::count).sum()).isEqualTo(200);
  }

  @Test
  void theFirstOrTheLastAloneCountsWhereAPatternSaysSo() {
    String log =
        """
        Caused by: a
        Caused by: b
        Caused by: c
        """;

    assertThat(scan(log, TestPatterns.occurring("first", "Caused by: (?<x>\\w)", "x")))
        .extracting(finding -> finding.capture("x"))
        .containsExactly("a");
    assertThat(scan(log, TestPatterns.occurring("last", "Caused by: (?<x>\\w)", "x")))
        .extracting(finding -> finding.capture("x"))
        .containsExactly("c");
  }

  @Test
  void aFloodKeepsItsStartAndItsEndAndIsReported() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      log.append("error: x").append(i).append("y\n");
    }
    Scanned scanned =
        scan(
            log.toString(),
            new ScanLimits(1000, 5, 3, 4),
            TestPatterns.of("a.error", "error: (?<m>.+)", "m"));

    assertThat(scanned.findings())
        .extracting(finding -> finding.capture("m"))
        .containsExactly("x0y", "x1y", "x2y", "x3y", "x4y", "x497y", "x498y", "x499y");
    assertThat(scanned.problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.HITS_CAPPED);
  }

  @Test
  void theEchoOfAScriptIsMarked() {
    List<Finding> findings =
        scan(
            "##[group]Run make\nerror: x\n##[endgroup]\nerror: x\n",
            TestPatterns.of("a.error", "error: (?<m>.+)", "m"));

    assertThat(findings).extracting(Finding::echoed).containsExactly(true, false);
  }

  @Test
  void captureInTextOfAnyLanguageIsWhole() {
    assertThat(
            scan("Fehler: fatal: größer als „drei“\n", TestPatterns.of("a.e", "fatal: (?<m>.+)")))
        .extracting(finding -> finding.capture("m"))
        .containsExactly("größer als „drei“");
  }
}
