package dev.fixpoint.authoring;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The result of an evaluation told to a person. */
public final class EvaluationText {
  private EvaluationText() {}

  /** The figures over all logs, by kind and by CI. */
  public static String summary(Evaluation evaluation) {
    Figures all = Figures.of(evaluation.cases());
    StringBuilder text = new StringBuilder();
    line(text, "failed logs that count      %d", all.logs());
    line(text, "right@1                     %.3f", all.right1());
    line(text, "evidence@1, @3              %.3f  %.3f", all.evidence1(), all.evidence3());
    line(text, "kind@1, @3                  %.3f  %.3f", all.kind1(), all.kind3());
    line(text, "Brier, ECE                  %.3f  %.3f", all.brier(), all.ece());
    line(text, "precision, coverage at 0.8  %.3f  %.3f", all.precision(), all.coverage());
    line(text, "passed logs, false alarms   %d  %d", all.passed(), all.falseAlarms());
    line(text, "harmful verdicts            %d", all.harmful());
    table(text, "kind", evaluation.cases(), one -> one.wantedKind().replaceAll("/.*", ""));
    table(text, "ci", evaluation.cases(), Evaluation.Case::ci);
    return text.toString();
  }

  private static void table(
      StringBuilder text,
      String name,
      List<Evaluation.Case> cases,
      Function<Evaluation.Case, String> key) {
    Map<String, List<Evaluation.Case>> groups =
        cases.stream()
            .filter(Evaluation.Case::counts)
            .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    line(text, "");
    line(text, "%-26s %5s %8s %11s %7s", name, "logs", "right@1", "evidence@1", "kind@1");
    groups.forEach(
        (group, inside) -> {
          Figures figures = Figures.of(inside);
          line(
              text,
              "%-26s %5d %8.2f %11.2f %7.2f",
              group,
              figures.logs(),
              figures.right1(),
              figures.evidence1(),
              figures.kind1());
        });
  }

  /** The logs where the first diagnosis is not right, and the passed ones that raise an alarm. */
  public static String misses(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    line(text, "");
    for (Evaluation.Case one : evaluation.cases()) {
      if (one.counts() && !one.right1() || one.falseAlarm() || one.harmful()) {
        line(
            text,
            "%s  %s %s  wanted %s at %d, got %s (%s) at %d with %.2f, %s",
            one.id(),
            one.evidence1() ? "line ok" : one.evidence3() ? "line @3" : "line no",
            one.kind1() ? "kind ok" : one.kind3() ? "kind @3" : "kind no",
            one.wantedKind(),
            one.wantedLine(),
            one.cause().isEmpty() ? "nothing" : one.cause(),
            one.kind(),
            one.line(),
            one.confidence(),
            one.verdict());
        line(text, "    %s", one.text().length() > 140 ? one.text().substring(0, 140) : one.text());
      }
    }
    return text.toString();
  }

  /** What a change moved. */
  public static String changes(Evaluation before, Evaluation after) {
    StringBuilder text = new StringBuilder();
    Figures old = Figures.of(before.cases());
    Figures now = Figures.of(after.cases());
    line(text, "");
    line(
        text,
        "right@1 %.3f -> %.3f, evidence@1 %.3f -> %.3f, kind@1 %.3f -> %.3f, ECE %.3f -> %.3f",
        old.right1(),
        now.right1(),
        old.evidence1(),
        now.evidence1(),
        old.kind1(),
        now.kind1(),
        old.ece(),
        now.ece());
    Map<String, Evaluation.Case> byId = new HashMap<>();
    before.cases().forEach(one -> byId.put(one.id(), one));
    for (Evaluation.Case one : after.cases()) {
      Evaluation.Case was = byId.get(one.id());
      if (was == null) {
        line(text, "new     %s: %s at %d", one.id(), one.cause(), one.line());
        continue;
      }
      boolean same = was.cause().equals(one.cause()) && was.line() == one.line();
      String word = was.right1() == one.right1() ? "other" : one.right1() ? "better" : "WORSE";
      if (!same || was.right1() != one.right1() || was.falseAlarm() != one.falseAlarm()) {
        line(
            text,
            "%-7s %s: %s at %d (%.2f) -> %s at %d (%.2f)",
            word,
            one.id(),
            was.cause(),
            was.line(),
            was.confidence(),
            one.cause(),
            one.line(),
            one.confidence());
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
