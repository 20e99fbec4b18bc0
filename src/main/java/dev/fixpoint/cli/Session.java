package dev.fixpoint.cli;

import dev.fixpoint.cache.ContentCache;
import dev.fixpoint.model.Problem;
import dev.fixpoint.record.Style;
import dev.fixpoint.record.TextReport;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything a command needs from the process around it.
 *
 * @param in standard input
 * @param out standard output, for reports only
 * @param err standard error, for everything else
 * @param environment the environment variables
 * @param folder the current folder
 * @param home the user's home folder
 * @param user the user's name
 * @param terminal whether standard output is a terminal
 */
record Session(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path folder,
    Path home,
    String user,
    boolean terminal) {

  /** The folder for what was compiled. */
  ContentCache cache() {
    String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = configured.isEmpty() ? home.resolve(".cache") : Path.of(configured);
    return new ContentCache(base.resolve("fixpoint"), user);
  }

  /** Colours, unless the output is no terminal or the user asked for none. */
  Style style(String choice) {
    boolean colour =
        choice.equals("always")
            || choice.equals("auto")
                && terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    return colour ? Style.COLOUR : Style.PLAIN;
  }

  /** A path as the user means it. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /** Prints problems, one line each. */
  void report(List<Problem> problems) {
    problems.forEach(problem -> err.println(TextReport.problem(problem)));
  }
}
