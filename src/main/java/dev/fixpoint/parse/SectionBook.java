package dev.fixpoint.parse;

import dev.fixpoint.model.LineRange;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.SectionKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a log while they are being found: which are open, and how the closed ones ended.
 */
final class SectionBook {

  /** Gives the last lines of output that say something, of the section that is open. */
  @FunctionalInterface
  interface Tail {
    List<LogLine> of(int section);
  }

  /** A section that can still change. */
  static final class Draft {
    final int id;
    final int parent;
    final SectionKind kind;
    final long first;
    String title;
    String command;
    long last;
    Outcome outcome = Outcome.UNKNOWN;
    @Nullable Integer exitCode;
    boolean tolerated;
    boolean cleanup;
    int attempt = 1;
    int errorMarks;
    List<LogLine> tail = List.of();

    Draft(int id, int parent, SectionKind kind, String title, String command, long first) {
      this.id = id;
      this.parent = parent;
      this.kind = kind;
      this.title = title;
      this.command = command;
      this.first = first;
      this.last = first;
    }

    boolean decided() {
      return outcome != Outcome.UNKNOWN;
    }

    private LogSection freeze() {
      return new LogSection(
          id,
          parent,
          kind,
          title,
          command,
          new LineRange(first, Math.max(first, last)),
          outcome,
          exitCode,
          tolerated || cleanup,
          attempt,
          tail);
    }
  }

  private final int limit;
  private final Tail tail;
  private final List<Draft> drafts = new ArrayList<>();
  private Draft job;
  private Draft current;
  private boolean capped;

  SectionBook(int limit, Tail tail) {
    this.limit = limit;
    this.tail = tail;
    this.job = new Draft(0, 0, SectionKind.LOG, "", "", 1);
    this.current = job;
    drafts.add(job);
  }

  /** The section that lines belong to now. */
  Draft current() {
    return current;
  }

  /** The job that is open, or the log itself. */
  Draft job() {
    return job;
  }

  /** Whether there were more sections than allowed. */
  boolean capped() {
    return capped;
  }

  /** All steps so far, in order. */
  List<Draft> steps() {
    return drafts.stream().filter(draft -> draft.kind == SectionKind.STEP).toList();
  }

  /** The steps of one job so far, in order. */
  List<Draft> stepsOf(Draft aJob) {
    return steps().stream().filter(step -> step.parent == aJob.id).toList();
  }

  /** All jobs so far, the log itself included, in order. */
  List<Draft> jobs() {
    return drafts.stream().filter(draft -> draft.kind != SectionKind.STEP).toList();
  }

  /** Ends what is open and begins a job. */
  void openJob(String title, long position) {
    close();
    if (drafts.size() >= limit) {
      capped = true;
      return;
    }
    job = new Draft(drafts.size(), 0, SectionKind.JOB, title, "", position);
    drafts.add(job);
    current = job;
  }

  /** Ends the step that is open and begins another in the same job. */
  Draft openStep(String title, String command, long position) {
    close();
    if (drafts.size() >= limit) {
      capped = true;
      return current;
    }
    current = new Draft(drafts.size(), job.id, SectionKind.STEP, title, command, position);
    drafts.add(current);
    return current;
  }

  /** Notes that a line belongs to what is open. */
  void extend(long position) {
    current.last = position;
    job.last = position;
    drafts.get(0).last = position;
  }

  /** Notes that the open section ended with an exit code. */
  void exit(int code) {
    exit(current, code);
  }

  /** Notes that a section ended with an exit code; the first bad one stays. */
  void exit(Draft section, int code) {
    if (section.outcome == Outcome.FAILED) {
      return;
    }
    section.exitCode = code;
    section.outcome = code == 0 ? Outcome.PASSED : Outcome.FAILED;
    keepTail();
  }

  /** Notes that the open section failed in a way that shows no code. */
  void fail() {
    if (current.outcome != Outcome.FAILED) {
      current.outcome = Outcome.FAILED;
      keepTail();
    }
  }

  /** Goes back to the level of the job. */
  void close() {
    keepTail();
    current = job;
  }

  private void keepTail() {
    if (current.tail.isEmpty()) {
      current.tail = tail.of(current.id);
    }
  }

  /** The sections as they are at the end of the log. */
  List<LogSection> freeze() {
    return drafts.stream().map(Draft::freeze).toList();
  }
}
