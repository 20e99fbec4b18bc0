package dev.fixpoint.parse;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Outcome;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks of the systems whose logs need no more than a few line shapes: how a step begins, how it
 * ends badly, how the job ends.
 */
final class LineMarkers extends Markers {
  private final Dialect dialect;
  private final String firstBytes;
  private final @Nullable Pattern stepStart;
  private final @Nullable Pattern stepFailed;
  private final @Nullable Pattern jobFailed;
  private final @Nullable Pattern jobPassed;
  private boolean failed;

  private LineMarkers(
      SectionBook book,
      Dialect dialect,
      String firstBytes,
      @Nullable String stepStart,
      @Nullable String stepFailed,
      @Nullable String jobFailed,
      @Nullable String jobPassed) {
    super(book);
    this.dialect = dialect;
    this.firstBytes = firstBytes;
    this.stepStart = compile(stepStart);
    this.stepFailed = compile(stepFailed);
    this.jobFailed = compile(jobFailed);
    this.jobPassed = compile(jobPassed);
  }

  private static @Nullable Pattern compile(@Nullable String regex) {
    return regex == null ? null : Pattern.compile(regex);
  }

  /**
   * Azure Pipelines: {@code ##[section]Starting: X}, {@code ##[error]Bash exited with code '1'.}
   */
  static LineMarkers azure(SectionBook book) {
    return new LineMarkers(
        book,
        Dialect.AZURE,
        "#",
        "^##\\[section\\]Starting: (.*)$",
        "^##\\[error\\](?:.* (?:exited with|returned exit) code '?(-?\\d+)'?.*|The process '.*' failed with exit code (\\d+))$",
        null,
        null);
  }

  /** CircleCI, as its API gives the output of one step after another. */
  static LineMarkers circleci(SectionBook book) {
    return new LineMarkers(
        book,
        Dialect.CIRCLECI,
        "EC#",
        "^#!/bin/(?:ba)?sh -eo pipefail$",
        "^(?:Exited with code|CircleCI received exit code|Exited with code exit status) (\\d+)",
        null,
        null);
  }

  /** Buildkite: groups open with three signs and a blank. */
  static LineMarkers buildkite(SectionBook book) {
    return new LineMarkers(
        book,
        Dialect.BUILDKITE,
        "~-+\u00f0^u",
        "^(?:~~~|---|\\+\\+\\+) (.+)$",
        "Error: The command exited with status (\\d+)|^user command error: .*exit status (\\d+)",
        null,
        null);
  }

  /** Zuul and its predecessor: tasks of a playbook, and a last word on the job. */
  static LineMarkers zuul(SectionBook book) {
    return new LineMarkers(
        book,
        Dialect.ZUUL,
        "[TPR",
        "^(?:TASK|RUNNING HANDLER|PLAY) \\[(.*?)\\]",
        "^\\[Zuul\\] Task exit code: ([1-9]\\d*)",
        "^(?:\\[Zuul\\] Job complete, result: |RUN END RESULT_)(?!SUCCESS|NORMAL)",
        "^\\[Zuul\\] Job complete, result: SUCCESS");
  }

  /** Taskcluster: one command, framed by lines of the worker. */
  static LineMarkers taskcluster(SectionBook book) {
    return new LineMarkers(
        book,
        Dialect.TASKCLUSTER,
        "[=U",
        null,
        "^\\[taskcluster:error\\] (?:exit status (\\d+)|Task |Aborting)|^Unsuccessful task run with exit status: (\\d+)",
        "^\\[taskcluster:error\\]",
        "^Successful task run with exit status: 0");
  }

  @Override
  Dialect dialect() {
    return dialect;
  }

  @Override
  boolean mayStart(byte first) {
    return firstBytes.indexOf(first & 0xff) >= 0;
  }

  @Override
  boolean read(byte[] line, int start, int end, long position) {
    String text = Bytes.text(line, start, Math.min(end, start + 400));
    Matcher failure = match(stepFailed, text);
    if (failure != null) {
      int code = code(failure);
      failed = true;
      if (code > 0) {
        book.exit(code);
      } else {
        book.fail();
      }
      return true;
    }
    if (match(jobFailed, text) != null) {
      failed = true;
      return true;
    }
    if (match(jobPassed, text) != null) {
      book.job().outcome = Outcome.PASSED;
      return true;
    }
    Matcher begun = match(stepStart, text);
    if (begun != null) {
      String title = begun.groupCount() > 0 ? begun.group(1) : "";
      book.openStep(title, "", position);
      return true;
    }
    return false;
  }

  private static @Nullable Matcher match(@Nullable Pattern pattern, String text) {
    if (pattern == null) {
      return null;
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher : null;
  }

  private static int code(Matcher failure) {
    for (int group = 1; group <= failure.groupCount(); group++) {
      if (failure.group(group) != null) {
        return number(failure.group(group), 0);
      }
    }
    return -1;
  }

  /** Steps before the one that failed have passed; of the rest nothing is known. */
  @Override
  void finish() {
    List<SectionBook.Draft> steps = book.steps();
    boolean known = steps.stream().anyMatch(step -> step.outcome == Outcome.FAILED);
    for (SectionBook.Draft step : steps) {
      if (step.outcome == Outcome.FAILED) {
        break;
      }
      if (known) {
        step.outcome = Outcome.PASSED;
      }
    }
    if (failed || known) {
      book.job().outcome = Outcome.FAILED;
    }
  }
}
