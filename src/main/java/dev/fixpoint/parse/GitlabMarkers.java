package dev.fixpoint.parse;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Marks of GitLab CI: {@code section_start:time:name} and {@code section_end:time:name} around
 * phases, {@code $ command} in front of each command, {@code ERROR: Job failed} at the end.
 */
final class GitlabMarkers extends Markers {
  private static final byte[] SECTION_START = Bytes.of("section_start:");
  private static final byte[] SECTION_END = Bytes.of("section_end:");
  private static final byte[] PROMPT = Bytes.of("$ ");
  private static final byte[] JOB_FAILED = Bytes.of("ERROR: Job failed");
  private static final byte[] JOB_SUCCEEDED = Bytes.of("Job succeeded");

  private boolean echo;
  private String phase = "";
  private SectionBook.@Nullable Draft lastOfScript;

  GitlabMarkers(SectionBook book) {
    super(book);
  }

  @Override
  Dialect dialect() {
    return Dialect.GITLAB;
  }

  @Override
  boolean mayStart(byte first) {
    return first == 's' || first == '$' || first == 'E' || first == 'J';
  }

  @Override
  boolean echo() {
    return echo;
  }

  @Override
  boolean read(byte[] line, int start, int end, long position) {
    echo = false;
    if (Bytes.startsWith(line, start, end, SECTION_START)) {
      phase = name(Bytes.text(line, start + SECTION_START.length, end));
      SectionBook.Draft step = book.openStep(phase, "", position);
      step.cleanup = cleanup();
      remember(step);
      return true;
    }
    if (Bytes.startsWith(line, start, end, SECTION_END)) {
      return true;
    }
    if (Bytes.startsWith(line, start, end, PROMPT)) {
      String command = Bytes.text(line, start + PROMPT.length, end).strip();
      SectionBook.Draft step = book.current();
      if (step == book.job() || !step.command.isEmpty()) {
        step = book.openStep(command, command, position);
        step.cleanup = cleanup();
      } else {
        step.command = command;
      }
      remember(step);
      echo = true;
      return true;
    }
    if (Bytes.startsWith(line, start, end, JOB_FAILED)) {
      failed(Bytes.text(line, start, end));
      return true;
    }
    if (Bytes.startsWith(line, start, end, JOB_SUCCEEDED)) {
      book.job().outcome = Outcome.PASSED;
      return true;
    }
    return false;
  }

  /** {@code 1560896352:step_script[collapsed=true]}: a time, a name, options. */
  private static String name(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(colon + 1);
    int bracket = name.indexOf('[');
    return (bracket < 0 ? name : name.substring(0, bracket)).strip();
  }

  private boolean cleanup() {
    return phase.equals("after_script")
        || phase.startsWith("cleanup")
        || phase.startsWith("upload_artifacts")
        || phase.startsWith("archive_cache");
  }

  private void remember(SectionBook.Draft step) {
    if (!step.cleanup) {
      lastOfScript = step;
    }
  }

  /** The verdict comes after clean-up; it speaks of the last command of the script. */
  private void failed(String text) {
    int code = number(text, text.lastIndexOf(' ') + 1);
    if (lastOfScript != null) {
      book.exit(lastOfScript, code <= 0 ? 1 : code);
    }
    book.job().outcome = Outcome.FAILED;
  }

  @Override
  void finish() {
    for (SectionBook.Draft step : book.steps()) {
      if (!step.decided() && !step.cleanup && step != lastOfScript) {
        step.outcome = Outcome.PASSED;
      }
    }
    if (book.job().outcome == Outcome.PASSED && lastOfScript != null && !lastOfScript.decided()) {
      lastOfScript.outcome = Outcome.PASSED;
    }
  }
}
