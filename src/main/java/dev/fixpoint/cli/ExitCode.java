package dev.fixpoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the exit code of the process means. Part of the interface: a meaning never changes. */
public enum ExitCode {
  OK(0, "done; what was found is in the report"),
  INTERNAL(1, "a fault of Fixpoint itself; please report it"),
  USAGE(2, "an unknown option or command, or a value that is not one"),
  CONFIGURATION(3, "patterns, rules or policy cannot be used, or lint found something"),
  VERDICT(4, "a verdict that --fail-on names"),
  INPUT(5, "an input could not be used; the others were"),
  DIFFERENT(6, "a replayed verdict, or a journal, differs from what was recorded");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /** When the process ends with it. */
  public String meaning() {
    return meaning;
  }

  /** All codes for a help text: the meaning by the number. */
  static Map<String, String> help() {
    Map<String, String> lines = new LinkedHashMap<>();
    for (ExitCode exit : values()) {
      lines.put(String.valueOf(exit.code), exit.meaning);
    }
    return lines;
  }
}
