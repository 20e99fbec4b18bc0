package dev.fixpoint.reason;

import dev.fixpoint.model.Finding;
import dev.fixpoint.model.Kind;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.Occurrence;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Severity;
import dev.fixpoint.model.Status;
import dev.fixpoint.model.StepOutcome;
import java.util.List;
import java.util.Map;

/** Facts that tests make up. */
final class Facts {
  private Facts() {}

  static Finding finding(String pattern, Kind kind, Severity severity, int section, long line) {
    return finding(pattern, kind, severity, section, line, false, Map.of());
  }

  static Finding finding(
      String pattern,
      Kind kind,
      Severity severity,
      int section,
      long line,
      boolean echoed,
      Map<String, String> captures) {
    return new Finding(
        pattern,
        1,
        Status.STABLE,
        kind,
        severity,
        0.8,
        pattern.startsWith("python.") ? "" : pattern + "-cause",
        "",
        "a title",
        section,
        0,
        Outcome.FAILED,
        false,
        echoed,
        line,
        line,
        1,
        "",
        captures,
        List.of(new Occurrence(new LogLine(line, "text"), line, List.of())));
  }

  static StepOutcome step(int section, int ordinal, Outcome outcome, boolean deciding) {
    return step(section, ordinal, outcome, deciding, false, false);
  }

  static StepOutcome step(
      int section,
      int ordinal,
      Outcome outcome,
      boolean deciding,
      boolean tolerated,
      boolean healed) {
    return new StepOutcome(
        section,
        0,
        ordinal,
        "step " + section,
        "make",
        "build",
        outcome,
        outcome == Outcome.FAILED ? 1 : 0,
        tolerated,
        1,
        healed,
        deciding,
        1,
        1000,
        List.of(new LogLine(999, "the last words")));
  }
}
