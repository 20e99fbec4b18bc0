package dev.fixpoint.parse;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.RunContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks of GitHub Actions: a step begins where its group {@code Run ...} opens; what stands in that
 * group is the echo of its script; the runner's last word on a script step is {@code Process
 * completed with exit code N}.
 */
final class GithubMarkers extends Markers {
  private static final byte[] COMMAND = Bytes.of("##[");
  private static final byte[] POST = Bytes.of("Post job cleanup.");
  private static final byte[] ORPHANS = Bytes.of("Cleaning up orphan processes");
  private static final byte[] JOB_NAME = Bytes.of("Complete job name: ");
  private static final byte[] SYNCING = Bytes.of("Syncing repository: ");
  private static final byte[] RUNNER = Bytes.of("Current runner version: ");
  private static final byte[] REQUESTED = Bytes.of("Requested labels: ");
  private static final byte[] SHELL = Bytes.of("shell: ");

  private static final Pattern EXIT =
      Pattern.compile("Process completed with exit code (-?\\d+)\\.?");
  private static final Pattern ENDED = Pattern.compile("outcome=(\\w+);conclusion=(\\w+)");

  /** {@code owner/action@ref}, {@code ./local/action} or {@code docker://image}. */
  private static final Pattern ACTION =
      Pattern.compile("(?:[\\w.-]+/[\\w./-]+@\\S+|\\./\\S*|docker://\\S+)");

  private static final int COMMAND_LENGTH = 400;

  private final boolean namedSteps;
  private boolean echo;
  private boolean inEcho;
  private String repository = "";

  /**
   * @param book where sections go
   */
  GithubMarkers(SectionBook book) {
    this(book, false);
  }

  /**
   * @param book where sections go
   * @param namedSteps whether every line already carries the name of its step, so that groups do
   *     not begin steps
   */
  GithubMarkers(SectionBook book, boolean namedSteps) {
    super(book);
    this.namedSteps = namedSteps;
  }

  @Override
  Dialect dialect() {
    return Dialect.GITHUB_ACTIONS;
  }

  @Override
  boolean mayStart(byte first) {
    return inEcho || first == '#' || first == 'P' || first == 'C' || first == 'S' || first == 'R';
  }

  @Override
  boolean echo() {
    return echo;
  }

  @Override
  boolean read(byte[] line, int start, int end, long position) {
    echo = inEcho;
    if (Bytes.startsWith(line, start, end, COMMAND)) {
      return command(Bytes.text(line, start + COMMAND.length, end), position);
    }
    if (inEcho) {
      echoLine(line, start, end);
      return false;
    }
    if (is(line, start, end, POST) || is(line, start, end, ORPHANS)) {
      if (!namedSteps) {
        book.openStep("Post job cleanup", "", position);
      }
      book.current().cleanup = true;
      return true;
    }
    if (Bytes.startsWith(line, start, end, JOB_NAME)) {
      book.job().title = Bytes.text(line, start + JOB_NAME.length, end);
      return true;
    }
    if (Bytes.startsWith(line, start, end, SYNCING)) {
      repository = Bytes.text(line, start + SYNCING.length, end);
      return true;
    }
    boolean setUp =
        Bytes.startsWith(line, start, end, RUNNER) || Bytes.startsWith(line, start, end, REQUESTED);
    if (setUp && !namedSteps && book.current() == book.job()) {
      book.openStep("Set up job", "", position);
    }
    return setUp;
  }

  private static boolean is(byte[] line, int start, int end, byte[] text) {
    return end - start == text.length && Bytes.startsWith(line, start, end, text);
  }

  private boolean command(String command, long position) {
    if (command.startsWith("group]")) {
      group(command.substring(6), position);
      return true;
    }
    if (command.startsWith("endgroup]")) {
      inEcho = false;
      echo = true;
      return true;
    }
    if (command.startsWith("error]")) {
      error(command.substring(6));
      return true;
    }
    if (command.startsWith("end-action ")) {
      Matcher ended = ENDED.matcher(command);
      if (ended.find() && ended.group(1).equals("failure") && ended.group(2).equals("success")) {
        book.fail();
        book.current().tolerated = true;
      }
      return true;
    }
    return false;
  }

  private void group(String title, long position) {
    if (!title.startsWith("Run ")) {
      return;
    }
    String command = title.substring(4);
    if (namedSteps) {
      if (book.current().command.isEmpty()) {
        book.current().command = command;
      }
    } else {
      book.openStep(title, command, position);
    }
    inEcho = true;
    echo = true;
  }

  /** The group repeats the whole script; its first line is the title, so it is not added again. */
  private void echoLine(byte[] line, int start, int end) {
    if (Bytes.startsWith(line, start, end, SHELL)) {
      return;
    }
    SectionBook.Draft step = book.current();
    if (step.command.length() < COMMAND_LENGTH && !Bytes.blank(line, start, end)) {
      String text = Bytes.text(line, start, Math.min(end, start + COMMAND_LENGTH)).strip();
      if (!text.equals(step.command) && !ACTION.matcher(step.command).matches()) {
        step.command = step.command + "\n" + text;
      }
    }
  }

  private void error(String message) {
    Matcher exit = EXIT.matcher(message);
    if (exit.matches()) {
      book.exit(Integer.parseInt(exit.group(1)));
      return;
    }
    book.current().errorMarks++;
    boolean stopped =
        message.startsWith("The operation was canceled")
            || message.startsWith("The job running on runner")
            || message.startsWith("The runner has received a shutdown signal")
            || message.startsWith("Unable to process file command")
            || message.startsWith("The action ") && message.contains("has timed out");
    if (stopped) {
      book.fail();
    }
  }

  @Override
  void finish() {
    for (SectionBook.Draft job : book.jobs()) {
      settle(job, book.stepsOf(job));
    }
  }

  /**
   * An action that fails prints errors but no exit code; of several such steps the last is the one
   * that ended the job, for nothing but clean-up follows it.
   */
  private static void settle(SectionBook.Draft job, List<SectionBook.Draft> steps) {
    boolean failed =
        steps.stream().anyMatch(step -> step.outcome == Outcome.FAILED && !step.tolerated);
    SectionBook.Draft lastMain = null;
    SectionBook.Draft lastMarked = null;
    for (SectionBook.Draft step : steps) {
      if (step.cleanup) {
        continue;
      }
      lastMain = step;
      if (!step.decided() && step.errorMarks > 0) {
        lastMarked = step;
      }
    }
    if (!failed && lastMarked != null) {
      lastMarked.outcome = Outcome.FAILED;
      failed = true;
    }
    for (SectionBook.Draft step : steps) {
      if (!step.decided() && step != lastMain && step.errorMarks == 0) {
        step.outcome = Outcome.PASSED;
      }
    }
    if (failed) {
      job.outcome = Outcome.FAILED;
    }
  }

  @Override
  RunContext run() {
    return new RunContext(repository, "", "", "", 0, false);
  }
}
