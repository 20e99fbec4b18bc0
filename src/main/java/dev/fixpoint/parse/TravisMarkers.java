package dev.fixpoint.parse;

import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.RunContext;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks of Travis CI: a command begins with {@code $ } and ends with {@code The command "..."
 * exited with N.}. The build goes on after a failed command of the script phase; the commands after
 * it ({@code after_*}) cannot fail the build.
 */
final class TravisMarkers extends Markers {
  private static final byte[] FOLD_START = Bytes.of("travis_fold:start:");
  private static final byte[] FOLD_END = Bytes.of("travis_fold:end:");
  private static final byte[] TIME_START = Bytes.of("travis_time:start:");
  private static final byte[] TIME_END = Bytes.of("travis_time:end:");
  private static final byte[] PROMPT = Bytes.of("$ ");
  private static final byte[] THE_COMMAND = Bytes.of("The command \"");
  private static final byte[] EXITED = Bytes.of("\" exited with ");
  private static final byte[] DONE = Bytes.of("Done. Your build exited with ");

  private static final Pattern RESULT =
      Pattern.compile("\" (?:failed and )?exited with (\\d+)(?: during .*)?\\.?$");
  private static final Pattern RETRY =
      Pattern.compile("^The command \"(.*)\" failed\\. Retrying, (\\d+) of \\d+\\.");
  private static final Pattern CLONE =
      Pattern.compile(
          "git clone .*(?:https://|git://|git@)github\\.com[/:]([\\w.-]+/[\\w.-]+?)(?:\\.git)?(?:\\s|$)");
  private static final Set<String> HARMLESS_FOLDS =
      Set.of("after_failure", "after_success", "after_script", "after_deploy", "cache");

  private boolean timed;
  private boolean commandSeen;
  private boolean harmless;
  private boolean exitSeen;
  private boolean doneSeen;
  private boolean echo;
  private String repository = "";

  TravisMarkers(SectionBook book) {
    super(book);
  }

  @Override
  Dialect dialect() {
    return Dialect.TRAVIS;
  }

  @Override
  boolean mayStart(byte first) {
    return first == 't'
        || first == '$'
        || first == 'T'
        || first == 'D'
        || first == '"'
        || first == 'N'
        || first == 'Y';
  }

  @Override
  boolean echo() {
    return echo;
  }

  @Override
  boolean read(byte[] line, int start, int end, long position) {
    echo = false;
    return switch (line[start]) {
      case 't' -> fold(line, start, end, position);
      case '$' -> prompt(line, start, end, position);
      case 'D' -> done(line, start, end);
      case 'N' -> stopped(line, start, end, "No output has been received in the last ");
      case 'Y' -> stopped(line, start, end, "Your build has been stopped");
      default -> result(line, start, end, position);
    };
  }

  private boolean fold(byte[] line, int start, int end, long position) {
    if (Bytes.startsWith(line, start, end, FOLD_START)) {
      String name = Bytes.text(line, start + FOLD_START.length, end);
      int dot = name.indexOf('.');
      String phase = dot < 0 ? name : name.substring(0, dot);
      // cache.1 fetches what later commands need; cache.2 only stores.
      harmless = HARMLESS_FOLDS.contains(phase) && !name.equals("cache.1");
      timed = false;
      SectionBook.Draft step = book.openStep(name, "", position);
      step.cleanup = harmless;
      commandSeen = false;
      return true;
    }
    if (Bytes.startsWith(line, start, end, FOLD_END)) {
      harmless = false;
      timed = false;
      return true;
    }
    if (Bytes.startsWith(line, start, end, TIME_START)) {
      timed = true;
      commandSeen = false;
      return true;
    }
    if (Bytes.startsWith(line, start, end, TIME_END)) {
      timed = false;
      return true;
    }
    return false;
  }

  /**
   * Programs echo commands in the same form; while a timed command runs, only its own line counts.
   */
  private boolean prompt(byte[] line, int start, int end, long position) {
    if (!Bytes.startsWith(line, start, end, PROMPT) || timed && commandSeen) {
      return false;
    }
    String command = Bytes.text(line, start + PROMPT.length, end).strip();
    SectionBook.Draft step = book.current();
    boolean freshFold = step != book.job() && step.command.isEmpty() && !step.decided();
    if (freshFold) {
      step.command = command;
    } else {
      step = book.openStep(command, command, position);
      step.cleanup = harmless;
    }
    commandSeen = true;
    echo = true;
    Matcher clone = CLONE.matcher(command);
    if (repository.isEmpty() && clone.find()) {
      repository = clone.group(1);
    }
    return true;
  }

  private boolean done(byte[] line, int start, int end) {
    if (!Bytes.startsWith(line, start, end, DONE)) {
      return false;
    }
    int code = number(Bytes.text(line, start + DONE.length, end), 0);
    doneSeen = true;
    book.close();
    book.job().outcome = code == 0 ? Outcome.PASSED : Outcome.FAILED;
    return true;
  }

  private boolean stopped(byte[] line, int start, int end, String message) {
    if (!Bytes.startsWith(line, start, end, Bytes.of(message))) {
      return false;
    }
    book.fail();
    return false;
  }

  private boolean result(byte[] line, int start, int end, long position) {
    boolean candidate =
        Bytes.startsWith(line, start, end, THE_COMMAND)
            || Bytes.startsWith(line, start, end, EXITED);
    if (!candidate) {
      return false;
    }
    String text = Bytes.text(line, start, end);
    Matcher retry = RETRY.matcher(text);
    if (retry.find()) {
      SectionBook.Draft failed = book.current();
      book.fail();
      SectionBook.Draft next = book.openStep(failed.title, failed.command, position);
      next.attempt = failed.attempt + 1;
      commandSeen = true;
      return true;
    }
    Matcher exited = RESULT.matcher(text);
    if (!exited.find()) {
      return false;
    }
    exitSeen = true;
    book.exit(Integer.parseInt(exited.group(1)));
    return true;
  }

  @Override
  void finish() {
    List<SectionBook.Draft> steps = book.steps();
    boolean cutOff = !doneSeen && !steps.isEmpty() && !failed(steps);
    if (cutOff && !steps.get(steps.size() - 1).decided()) {
      // Every build has a last word; a command that ends the shell itself takes it away.
      steps.get(steps.size() - 1).outcome = Outcome.FAILED;
    }
    int lastExit = -1;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).decided()) {
        lastExit = i;
      }
    }
    for (int i = 0; i < steps.size(); i++) {
      SectionBook.Draft step = steps.get(i);
      if (step.decided()) {
        continue;
      }
      if (exitSeen && i > lastExit) {
        step.cleanup = true;
      } else if (i < lastExit) {
        step.outcome = Outcome.PASSED;
      }
    }
    if (failed(steps) && !book.job().decided()) {
      book.job().outcome = Outcome.FAILED;
    }
  }

  private static boolean failed(List<SectionBook.Draft> steps) {
    return steps.stream().anyMatch(step -> step.outcome == Outcome.FAILED && !step.cleanup);
  }

  @Override
  RunContext run() {
    return new RunContext(repository, "", "", "", 0, false);
  }
}
