package dev.fixpoint.parse;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Outcome;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks of Jenkins: {@code [workspace] $ command} and {@code [Pipeline] sh} begin steps, {@code
 * Build step '...' marked build as failure} and {@code Finished: FAILURE} end the build. Publishers
 * run after the build has failed and cannot be its cause.
 */
final class JenkinsMarkers extends Markers {
  private static final byte[] PIPELINE = Bytes.of("[Pipeline] ");
  private static final byte[] FINISHED = Bytes.of("Finished: ");
  private static final byte[] BUILD_STEP = Bytes.of("Build step '");
  private static final byte[] TRACE = Bytes.of("+ ");
  private static final byte[] ENV_INJECT = Bytes.of("[EnvInject]");
  private static final byte[] WS_CLEANUP = Bytes.of("[WS-CLEANUP] D");

  private static final Pattern COMMAND = Pattern.compile("^\\[[^\\]]+\\] \\$ (.+)$");
  private static final Pattern STAGE = Pattern.compile("^\\{ \\((.*)\\)$");
  private static final byte[][] PUBLISHERS = {
    Bytes.of("Archiving artifacts"),
    Bytes.of("Recording test results"),
    Bytes.of("Recording fingerprints"),
    Bytes.of("Performing Post build task"),
    Bytes.of("Sending e-mails to"),
    Bytes.of("Email was triggered for"),
    Bytes.of("Publishing "),
    Bytes.of("Notifying upstream projects"),
    Bytes.of("POST BUILD TASK"),
    Bytes.of("Skipped archiving"),
    Bytes.of("Sending artifact"),
    Bytes.of("Setting status of ")
  };

  private boolean echo;
  private boolean publishing;
  private boolean bodySeen;
  private String stage = "";

  JenkinsMarkers(SectionBook book) {
    super(book);
  }

  @Override
  Dialect dialect() {
    return Dialect.JENKINS;
  }

  @Override
  boolean mayStart(byte first) {
    return first == '['
        || first == '+'
        || first == 'B'
        || first == 'F'
        || first == 'A'
        || first == 'R'
        || first == 'P'
        || first == 'S'
        || first == 'E'
        || first == 'N';
  }

  @Override
  boolean echo() {
    return echo;
  }

  @Override
  boolean read(byte[] line, int start, int end, long position) {
    echo = false;
    return switch (line[start]) {
      case '[' -> bracket(line, start, end, position);
      case '+' -> trace(line, start, end);
      case 'B' -> buildStep(line, start, end);
      case 'F' -> finished(line, start, end);
      default -> publisher(line, start, end, position);
    };
  }

  private boolean trace(byte[] line, int start, int end) {
    echo = Bytes.startsWith(line, start, end, TRACE);
    return false;
  }

  private boolean bracket(byte[] line, int start, int end, long position) {
    if (Bytes.startsWith(line, start, end, PIPELINE)) {
      pipeline(Bytes.text(line, start + PIPELINE.length, end).strip(), position);
      return true;
    }
    boolean plugin =
        Bytes.startsWith(line, start, end, ENV_INJECT)
            || Bytes.startsWith(line, start, end, WS_CLEANUP);
    int close = Bytes.indexOf(line, start, Math.min(end, start + 200), Bytes.of("] $ "));
    if (plugin || close < 0) {
      return false;
    }
    Matcher command = COMMAND.matcher(Bytes.text(line, start, end));
    if (!command.matches()) {
      return false;
    }
    SectionBook.Draft step = book.openStep(command.group(1), command.group(1), position);
    step.cleanup = publishing;
    bodySeen |= !publishing;
    echo = true;
    return true;
  }

  private void pipeline(String what, long position) {
    Matcher opened = STAGE.matcher(what);
    if (opened.matches()) {
      stage = opened.group(1);
      publishing = stage.startsWith("Declarative: Post");
      return;
    }
    boolean structure = what.startsWith("{") || what.startsWith("}") || what.startsWith("//");
    if (structure || what.startsWith("Start of") || what.startsWith("End of")) {
      return;
    }
    SectionBook.Draft step =
        book.openStep(stage.isEmpty() ? what : stage + ": " + what, "", position);
    step.cleanup = publishing;
    bodySeen |= !publishing;
  }

  private boolean buildStep(byte[] line, int start, int end) {
    if (!Bytes.startsWith(line, start, end, BUILD_STEP)) {
      return false;
    }
    String text = Bytes.text(line, start, end);
    if (text.contains("marked build as failure") && !book.current().cleanup) {
      book.fail();
    }
    return true;
  }

  private boolean finished(byte[] line, int start, int end) {
    if (!Bytes.startsWith(line, start, end, FINISHED)) {
      return false;
    }
    String result = Bytes.text(line, start + FINISHED.length, end).strip();
    book.close();
    book.job().outcome =
        result.equals("SUCCESS")
            ? Outcome.PASSED
            : result.equals("FAILURE") || result.equals("UNSTABLE") || result.equals("ABORTED")
                ? Outcome.FAILED
                : Outcome.UNKNOWN;
    return true;
  }

  private boolean publisher(byte[] line, int start, int end, long position) {
    if (publishing) {
      return false;
    }
    for (byte[] publisher : PUBLISHERS) {
      if (Bytes.startsWith(line, start, end, publisher)) {
        publishing = true;
        book.openStep("Post-build actions", "", position).cleanup = true;
        return true;
      }
    }
    return false;
  }

  /** Without an explicit mark the last step of the body is the one that ended the build. */
  @Override
  void finish() {
    List<SectionBook.Draft> body = book.steps().stream().filter(step -> !step.cleanup).toList();
    Outcome result = book.job().outcome;
    if (result == Outcome.PASSED) {
      body.stream().filter(step -> !step.decided()).forEach(step -> step.outcome = Outcome.PASSED);
      return;
    }
    boolean failed = body.stream().anyMatch(step -> step.outcome == Outcome.FAILED);
    if (result == Outcome.FAILED && !failed && bodySeen && !body.isEmpty()) {
      body.get(body.size() - 1).outcome = Outcome.FAILED;
      failed = true;
    }
    if (failed) {
      for (SectionBook.Draft step : body) {
        if (step.outcome == Outcome.FAILED) {
          break;
        }
        step.outcome = step.decided() ? step.outcome : Outcome.PASSED;
      }
      book.job().outcome = Outcome.FAILED;
    }
  }
}
