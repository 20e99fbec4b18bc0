package dev.fixpoint.parse;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.RunContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows the marks of whatever CI wrote the log. The first mark that only one system prints
 * decides which it is; a log without any is the plain output of commands.
 */
final class SectionTracker {
  /** How a line of one system begins, and what reads that system's marks. */
  private static final class Sign {
    final byte[] prefix;
    final Function<SectionBook, Markers> markers;

    Sign(String prefix, Function<SectionBook, Markers> markers) {
      this.prefix = Bytes.of(prefix);
      this.markers = markers;
    }
  }

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("##[section]", LineMarkers::azure),
          new Sign("##[group]", GithubMarkers::new),
          new Sign("##[error]Process completed", GithubMarkers::new),
          new Sign("Current runner version: ", GithubMarkers::new),
          new Sign("Requested labels: ", GithubMarkers::new),
          new Sign("travis_fold:", TravisMarkers::new),
          new Sign("travis_time:", TravisMarkers::new),
          new Sign("Using worker: ", TravisMarkers::new),
          new Sign("The command \"", TravisMarkers::new),
          new Sign("section_start:", GitlabMarkers::new),
          new Sign("Running with gitlab-runner ", GitlabMarkers::new),
          new Sign("[Pipeline] ", JenkinsMarkers::new),
          new Sign("[EnvInject]", JenkinsMarkers::new),
          new Sign("[WS-CLEANUP]", JenkinsMarkers::new),
          new Sign("Started by user ", JenkinsMarkers::new),
          new Sign("Started by timer", JenkinsMarkers::new),
          new Sign("Started by upstream project ", JenkinsMarkers::new),
          new Sign("Started by an SCM change", JenkinsMarkers::new),
          new Sign("Build step '", JenkinsMarkers::new),
          new Sign("Finished: ", JenkinsMarkers::new),
          new Sign("[taskcluster", LineMarkers::taskcluster),
          new Sign("[Zuul] ", LineMarkers::zuul),
          new Sign("~~~ ", LineMarkers::buildkite),
          new Sign("#!/bin/bash -eo pipefail", LineMarkers::circleci),
          new Sign("#!/bin/sh -eo pipefail", LineMarkers::circleci));

  private static final boolean[] SIGN_START = new boolean[256];

  static {
    SIGNS.forEach(sign -> SIGN_START[sign.prefix[0] & 0xff] = true);
  }

  private static final byte[] TRACE = Bytes.of("+ ");

  private final SectionBook book;
  private @Nullable Markers markers;
  private RunContext run = RunContext.UNKNOWN;
  private String lastJob = "";
  private String lastStep = "";
  private boolean echo;

  SectionTracker(SectionBook book) {
    this.book = book;
  }

  /** Tells that the line to come carries the names of its job and step. */
  void named(String job, String step, long position) {
    if (!job.equals(lastJob)) {
      book.openJob(job, position);
      lastJob = job;
      lastStep = "";
    }
    if (step.equals(lastStep)) {
      return;
    }
    lastStep = step;
    boolean known = !step.equals("UNKNOWN STEP");
    if (known) {
      SectionBook.Draft opened = book.openStep(step, "", position);
      opened.cleanup = step.startsWith("Post ") || step.equals("Complete job");
    }
    switchTo(new GithubMarkers(book, known));
  }

  /**
   * Reads one line; afterwards {@link #echo} and the book tell what it is and where it belongs.
   *
   * @param whole where the line begins, prefixes included
   * @param start where its own text begins
   */
  void read(byte[] line, int whole, int start, int end, long position) {
    echo = false;
    if (whole < end) {
      Markers known = markers == null ? recognise(line, whole, start, end) : markers;
      if (start < end) {
        if (known != null && known.mayStart(line[start])) {
          known.read(line, start, end, position);
          echo = known.echo();
        }
        echo |= Bytes.startsWith(line, start, end, TRACE);
      }
    }
    book.extend(position);
  }

  /** Whether the line read last is the echo of a command or script. */
  boolean echo() {
    return echo;
  }

  private @Nullable Markers recognise(byte[] line, int whole, int start, int end) {
    boolean candidate =
        SIGN_START[line[whole] & 0xff] || start < end && SIGN_START[line[start] & 0xff];
    if (candidate) {
      for (Sign sign : SIGNS) {
        if (Bytes.startsWith(line, start, end, sign.prefix)
            || Bytes.startsWith(line, whole, end, sign.prefix)) {
          switchTo(sign.markers.apply(book));
          break;
        }
      }
    }
    return markers;
  }

  private void switchTo(Markers next) {
    if (markers != null) {
      run = run.orElse(markers.run());
    }
    markers = next;
  }

  /** Settles what could not be known before the end. */
  void finish() {
    book.close();
    if (markers != null) {
      markers.finish();
      run = run.orElse(markers.run());
    }
  }

  /** The CI that wrote the log. */
  Dialect dialect() {
    return markers == null ? Dialect.PLAIN : markers.dialect();
  }

  /** What the marks said of the run. */
  RunContext run() {
    return run;
  }
}
