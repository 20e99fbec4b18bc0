package dev.fixpoint.engine;

import dev.fixpoint.model.Fact;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.Reasoning;
import dev.fixpoint.model.Rejected;
import dev.fixpoint.model.Rejection;
import dev.fixpoint.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of each finding that became no diagnosis why it did not. */
final class Rejections {
  /** A reader looks at the first dozens; the rest is counted by their patterns. */
  private static final int MOST = 60;

  private Rejections() {}

  static List<Rejected> of(LogDocument document, List<Finding> findings, Reasoning reasoning) {
    Map<Finding, Reasoning.Because<Rejection>> rejected = new HashMap<>();
    reasoning
        .rejections()
        .forEach(because -> rejected.putIfAbsent(because.conclusion().finding(), because));
    Set<Fact> used = new HashSet<>();
    reasoning.claims().forEach(claim -> used.addAll(claim.facts()));
    List<Rejected> result = new ArrayList<>();
    for (Finding finding : findings) {
      if (result.size() == MOST) {
        break;
      }
      if (used.contains(finding) || finding.severity() == Severity.NOTE) {
        continue;
      }
      Reasoning.Because<Rejection> because = rejected.get(finding);
      LogLine line = finding.occurrences().get(0).line();
      result.add(
          new Rejected(
              finding.ref(),
              document.lineInPart(line.position()),
              line.text(),
              finding.count(),
              because == null ? unused(finding) : because.conclusion().why(),
              because == null ? "" : because.rule().toString()));
    }
    return result;
  }

  private static String unused(Finding finding) {
    return switch (finding.severity()) {
      case WARNING -> "a warning alone fails nothing";
      case SUMMARY -> "it only repeats that something failed";
      default -> "no rule took it up";
    };
  }
}
