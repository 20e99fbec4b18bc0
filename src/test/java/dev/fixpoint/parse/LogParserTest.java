package dev.fixpoint.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.SectionKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines keep their raw numbers, whatever is stripped; sections tell how each step ended. */
class LogParserTest {

  @Test
  void linesAreNumberedAsAnEditorShowsThem() {
    Parsed parsed = Parsed.of("one\ntwo\r\n\nfour");

    assertThat(parsed.lines())
        .extracting(Parsed.Line::position, Parsed.Line::text)
        .containsExactly(tuple(1L, "one"), tuple(2L, "two"), tuple(3L, ""), tuple(4L, "four"));
    assertThat(parsed.document().lines()).isEqualTo(4);
  }

  @Test
  void aCarriageReturnInTheMiddleCutsALineButKeepsItsNumber() {
    Parsed parsed = Parsed.of("10%\r50%\r100% done\nnext\n");

    assertThat(parsed.texts()).containsExactly("10%", "50%", "100% done", "next");
    assertThat(parsed.lines()).extracting(Parsed.Line::position).containsExactly(1L, 1L, 1L, 2L);
  }

  @Test
  void anEmptyLogIsAProblemAndNotACrash() {
    Parsed parsed = Parsed.of("");

    assertThat(parsed.document().empty()).isTrue();
    assertThat(parsed.document().problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.INPUT_EMPTY);
  }

  @Test
  void utf16IsRead() {
    byte[] log = "\ufefferror: nö\r\nsecond\r\n".getBytes(StandardCharsets.UTF_16LE);

    assertThat(Parsed.of(log).texts()).containsExactly("error: nö", "second");
  }

  @Test
  void aLineLongerThanTheLimitIsCutAndReported() {
    Parsed parsed = Parsed.of("x".repeat(600_000) + "\nafter\n");

    assertThat(parsed.document().lines()).isEqualTo(2);
    assertThat(parsed.lines().get(parsed.lines().size() - 1))
        .isEqualTo(new Parsed.Line(2, "after", 0, false));
    assertThat(parsed.document().problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.LINE_SPLIT);
    assertThat(String.join("", parsed.texts())).hasSize(600_005);
  }

  @Test
  void aLongLineOfJsonIsCutWhereItHoldsNewlines() {
    String json =
        "{\"out\": \"" + "x".repeat(1000) + "\\nTraceback:\\n  File\\nValueError: no\\n\"}";

    assertThat(Parsed.of(json).texts()).contains("Traceback:", "  File", "ValueError: no");
  }

  @Test
  void aStepOfGithubActionsBeginsAtItsGroupAndItsScriptIsEcho() {
    Parsed parsed =
        Parsed.of(
            """
            \ufeff2026-01-01T10:00:00.0000000Z Current runner version: '2.330.0'
            2026-01-01T10:00:01.0000000Z ##[group]Run npm test
            2026-01-01T10:00:01.0000000Z \u001b[36;1mnpm test || echo "error: it broke"\u001b[0m
            2026-01-01T10:00:01.0000000Z shell: /usr/bin/bash -e {0}
            2026-01-01T10:00:01.0000000Z ##[endgroup]
            2026-01-01T10:00:02.0000000Z   indented output
            2026-01-01T10:00:03.0000000Z ##[error]Process completed with exit code 2.
            2026-01-01T10:00:04.0000000Z Post job cleanup.
            2026-01-01T10:00:04.0000000Z fatal: cleaning went wrong
            """);

    assertThat(parsed.document().dialect()).isEqualTo(Dialect.GITHUB_ACTIONS);
    assertThat(parsed.document().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(parsed.step("Run npm test").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(parsed.step("Run npm test").exitCode()).isEqualTo(2);
    assertThat(parsed.step("Run npm test").tail())
        .extracting(line -> line.text())
        .containsExactly("  indented output");
    assertThat(parsed.step("Set up job").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(parsed.sectionOf("fatal: cleaning went wrong").tolerated()).isTrue();
    assertThat(parsed.lines().get(2).echoed()).isTrue();
    assertThat(parsed.lines().get(5)).isEqualTo(new Parsed.Line(6, "  indented output", 2, false));
  }

  @Test
  void anActionThatFailsPrintsAnErrorButNoExitCode() {
    Parsed parsed =
        Parsed.of(
            """
            ##[group]Run owner/deploy@v1
            ##[endgroup]
            ##[error]Input required and not supplied: token
            Post job cleanup.
            """);

    assertThat(parsed.step("Run owner/deploy").outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void theTabsOfGhRunViewNameJobAndStep() {
    Parsed parsed =
        Parsed.of(
            """
            build\tSet up job\t2026-01-01T10:00:00.0000000Z Current runner version: '2.330.0'
            build\tRun make\t2026-01-01T10:00:01.0000000Z ##[group]Run make
            build\tRun make\t2026-01-01T10:00:01.0000000Z ##[endgroup]
            build\tRun make\t2026-01-01T10:00:02.0000000Z make: *** [all] Error 1
            build\tRun make\t2026-01-01T10:00:02.0000000Z ##[error]Process completed with exit code 2.
            lint\tRun ruff\t2026-01-01T10:00:02.0000000Z All checks passed!
            """);

    assertThat(parsed.texts()).contains("make: *** [all] Error 1", "All checks passed!");
    assertThat(parsed.step("Run make").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(parsed.document().sections())
        .filteredOn(section -> section.kind() == SectionKind.JOB)
        .extracting(section -> section.title())
        .containsExactly("build", "lint");
  }

  @Test
  void aCommandOfTravisEndsWithItsExitCodeAndRetriesAreAttempts() {
    Parsed parsed =
        Parsed.of(
            """
            travis_fold:start:git.checkout\r\u001b[0Ktravis_time:start:0a\r\u001b[0K$ git clone --depth=50 https://github.com/acme/widgets.git acme/widgets
            travis_time:end:0a:start=1,finish=2,duration=1\r\u001b[0Ktravis_fold:end:git.checkout\r\u001b[0K
            travis_time:start:0b\r\u001b[0K$ npm install
            npm ERR! network
            \u001b[31;1mThe command "npm install" failed. Retrying, 2 of 3.\u001b[0m
            added 3 packages
            travis_time:end:0b:start=1,finish=2,duration=1\r\u001b[0K\u001b[32;1mThe command "npm install" exited with 0.\u001b[0m
            travis_time:start:0c\r\u001b[0K$ npm test
            $ mocha
            1 failing
            travis_time:end:0c:start=1,finish=2,duration=1\r\u001b[0K\u001b[31;1mThe command "npm test" exited with 1.\u001b[0m
            travis_fold:start:after_failure\r\u001b[0K$ cat npm-debug.log
            error: shown again
            travis_fold:end:after_failure\r\u001b[0K
            Done. Your build exited with 1.
            """);

    assertThat(parsed.document().dialect()).isEqualTo(Dialect.TRAVIS);
    assertThat(parsed.document().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(parsed.document().facts())
        .isEqualTo(new RunContext("acme/widgets", "", "", "", 0, false));
    assertThat(parsed.sectionOf("npm ERR! network").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(parsed.sectionOf("added 3 packages").attempt()).isEqualTo(2);
    assertThat(parsed.sectionOf("added 3 packages").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(parsed.sectionOf("1 failing").command()).isEqualTo("npm test");
    assertThat(parsed.sectionOf("1 failing").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(parsed.sectionOf("error: shown again").tolerated()).isTrue();
  }

  @Test
  void thePublishersOfJenkinsCannotFailTheBuild() {
    Parsed parsed =
        Parsed.of(
            """
            Started by timer
            [EnvInject] - Loading node environment variables.
            [widgets] $ /bin/sh -xe /tmp/jenkins1.sh
            + mvn verify
            [ERROR] it broke
            Build step 'Execute shell' marked build as failure
            Archiving artifacts
            ERROR: no artifacts found
            Finished: FAILURE
            """);

    assertThat(parsed.document().dialect()).isEqualTo(Dialect.JENKINS);
    assertThat(parsed.sectionOf("[ERROR] it broke").failed()).isTrue();
    assertThat(parsed.sectionOf("ERROR: no artifacts found").tolerated()).isTrue();
    assertThat(parsed.lines())
        .filteredOn(Parsed.Line::echoed)
        .extracting(Parsed.Line::text)
        .contains("+ mvn verify");
  }

  @Test
  void theLastWordOfGitlabSpeaksOfTheLastCommandOfTheScript() {
    Parsed parsed =
        Parsed.of(
            """
            Running with gitlab-runner 16.0.0 (abc)
            section_start:1700000000:step_script\r\u001b[0K\u001b[0Ksection
            \u001b[32;1m$ make build\u001b[0;m
            building
            \u001b[32;1m$ make test\u001b[0;m
            2 tests failed
            section_end:1700000009:step_script\r\u001b[0K
            section_start:1700000010:after_script\r\u001b[0K\u001b[0Ksection
            \u001b[32;1m$ cat nothing\u001b[0;m
            cat: nothing: No such file or directory
            section_end:1700000011:after_script\r\u001b[0K
            \u001b[31;1mERROR: Job failed: exit code 1
            """);

    assertThat(parsed.document().dialect()).isEqualTo(Dialect.GITLAB);
    assertThat(parsed.sectionOf("building").outcome()).isEqualTo(Outcome.PASSED);
    assertThat(parsed.sectionOf("2 tests failed").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(parsed.sectionOf("cat: nothing: No such file or directory").tolerated()).isTrue();
  }

  @Test
  void azureCircleAndBuildkiteTellWhichStepFailed() {
    Parsed azure =
        Parsed.of(
            """
            2026-01-01T10:00:00.0000000Z ##[section]Starting: Test
            2026-01-01T10:00:01.0000000Z 1 failing
            2026-01-01T10:00:02.0000000Z ##[error]Bash exited with code '3'.
            2026-01-01T10:00:03.0000000Z ##[section]Finishing: Test
            """);
    Parsed circle =
        Parsed.of("#!/bin/bash -eo pipefail\nmake\nboom\n\nExited with code exit status 2\n");
    Parsed buildkite =
        Parsed.of(
            "~~~ Preparing\n--- :hammer: Build\nboom\n^^^ +++\nuser command error: The command exited with status 4, exit status 4\n");

    assertThat(azure.document().dialect()).isEqualTo(Dialect.AZURE);
    assertThat(azure.step("Test").exitCode()).isEqualTo(3);
    assertThat(circle.document().dialect()).isEqualTo(Dialect.CIRCLECI);
    assertThat(circle.document().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(buildkite.document().dialect()).isEqualTo(Dialect.BUILDKITE);
    assertThat(buildkite.document().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void blocksShowTheirSurroundingsAndHideNoLine() {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= 60_000; i++) {
      log.append("line ").append(i).append(" of a rather long log, padded a little\n");
    }

    Parsed parsed = Parsed.of(log.toString());

    assertThat(parsed.lines()).hasSize(60_000);
    assertThat(parsed.lines().get(59_999).position()).isEqualTo(60_000);
    assertThat(parsed.texts()).doesNotHaveDuplicates();
  }

  @Test
  void secretsDoNotLeaveTheParser() {
    String token = "gh" + "p_" + "A1b2C3d4".repeat(5);
    List<String> texts =
        Parsed.of(
                "remote: https://user:hunter2hunter2@example.com/x.git\n"
                    + "token "
                    + token
                    + "\n"
                    + "-----BEGIN RSA "
                    + "PRIVATE KEY-----\nMIIabc\nMIIdef\n-----END RSA PRIVATE KEY-----\nafter\n")
            .texts();

    assertThat(String.join("\n", texts))
        .doesNotContain("hunter2", token, "MIIabc", "MIIdef")
        .contains("after");
  }
}
