package dev.fixpoint.record;

import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Contribution;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Evidence;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as one page of HTML: no script, no outside resource, every text escaped. */
public final class HtmlReport {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Fixpoint report</title>
      <style>
      :root { color-scheme: light dark; --line: #8884; --proof: #d73a49; --soft: #8888; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h2 { margin: 2.5rem 0 .25rem; line-height: 1.25; }
      .meta, footer { color: #777; font-size: .875rem; }
      pre { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; padding: .5rem 0; font-size: .8125rem; line-height: 1.45; }
      pre span { display: block; padding: 0 .75rem; }
      pre span.proof { border-left: 4px solid var(--proof); padding-left: calc(.75rem - 4px); font-weight: 600; background: #d73a4914; }
      pre i { font-style: normal; color: #999; user-select: none; }
      table { border-collapse: collapse; font-size: .875rem; }
      td { padding: .125rem .75rem .125rem 0; vertical-align: top; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; }
      .bar { height: .5rem; background: var(--soft); border-radius: 4px; max-width: 20rem; }
      .bar b { display: block; height: 100%; background: #2da44e; border-radius: 4px; }
      </style>
      </head>
      <body>
      <h1>What broke</h1>
      """;

  private final StringBuilder out = new StringBuilder(HEAD);

  private HtmlReport() {}

  /** Renders records as one page. */
  public static String render(List<AnalysisRecord> records) {
    HtmlReport report = new HtmlReport();
    records.forEach(report::record);
    report.line("</body>");
    report.line("</html>");
    return report.out.toString();
  }

  private void line(String html) {
    out.append(html).append('\n');
  }

  private static String safe(String text) {
    return SafeText.html(text);
  }

  private void record(AnalysisRecord record) {
    line("<section>");
    List<Diagnosis> roots = record.diagnoses().stream().filter(Diagnosis::root).toList();
    if (roots.isEmpty()) {
      line("<h2>" + safe(record.verdict().reason()) + "</h2>");
      line("<p class=\"meta\">" + safe(record.document().name()) + "</p>");
    } else {
      diagnosis(record, roots.get(0));
      others(roots);
    }
    for (Problem problem : record.problems()) {
      line("<p class=\"meta\">" + safe(problem.sentence()) + "</p>");
    }
    line(
        "<footer>fixpoint "
            + safe(record.versions().engine())
            + ", patterns "
            + safe(record.versions().catalog())
            + ", rules "
            + safe(record.versions().rules())
            + "</footer>");
    line("</section>");
  }

  private void diagnosis(AnalysisRecord record, Diagnosis diagnosis) {
    Evidence shown = diagnosis.evidence().get(0);
    line("<h2>" + safe(diagnosis.title()) + "</h2>");
    line(
        "<p class=\"meta\">"
            + diagnosis.kind()
            + ", line "
            + shown.line()
            + " of "
            + safe(record.document().name())
            + "</p>");
    line("<pre>");
    List<LogLine> lines =
        shown.excerpt().isEmpty()
            ? List.of(new LogLine(shown.position(), shown.text()))
            : shown.excerpt();
    for (LogLine each : lines) {
      long number = each.position() - shown.position() + shown.line();
      String mark = each.position() == shown.position() ? " class=\"proof\"" : "";
      out.append("<span")
          .append(mark)
          .append("><i>")
          .append(number)
          .append("  </i>")
          .append(safe(SafeText.cut(each.text(), 400)))
          .append("</span>");
    }
    line("</pre>");
    fix(diagnosis.fix());
    line(
        "<p><b>Verdict</b> "
            + record.verdict().id()
            + ": "
            + safe(record.verdict().reason())
            + "</p>");
    symptoms(record, diagnosis);
    sure(diagnosis);
  }

  private void fix(@Nullable FixPlan fix) {
    if (fix == null) {
      line("<p><b>What to do</b> No remedy is known; the lines above are what to look at.</p>");
      return;
    }
    line("<p><b>What to do</b> " + safe(fix.title()) + ". " + safe(fix.advice()) + "</p>");
    line("<ul>");
    for (FixAction action : fix.actions()) {
      StringBuilder words = new StringBuilder(action.verb().id());
      for (Map.Entry<String, String> parameter : action.parameters().entrySet()) {
        words.append(", ").append(parameter.getKey()).append(": ").append(parameter.getValue());
      }
      line("<li>" + safe(words.toString()) + "</li>");
    }
    for (Precondition condition : fix.preconditions()) {
      line("<li>" + (condition.met() ? "✓ " : "open: ") + safe(condition.detail()) + "</li>");
    }
    line("</ul>");
  }

  private void symptoms(AnalysisRecord record, Diagnosis diagnosis) {
    List<Diagnosis> symptoms =
        record.diagnoses().stream()
            .filter(other -> diagnosis.explains().contains(other.id()))
            .limit(20)
            .toList();
    if (symptoms.isEmpty()) {
      return;
    }
    line("<details><summary>Seen because of it</summary><ul>");
    for (Diagnosis symptom : symptoms) {
      line("<li>line " + symptom.evidence().get(0).line() + ": " + safe(symptom.title()) + "</li>");
    }
    line("</ul></details>");
  }

  private void sure(Diagnosis diagnosis) {
    String percent = String.format(Locale.ROOT, "%.0f", 100 * diagnosis.confidence());
    line("<p><b>How sure</b> " + percent + " %</p>");
    line("<div class=\"bar\"><b style=\"width:" + percent + "%\"></b></div>");
    line("<details><summary>Why</summary><table>");
    for (Contribution contribution : diagnosis.contributions()) {
      line(
          "<tr><td class=\"number\">"
              + String.format(Locale.ROOT, "%+.2f", contribution.logOdds())
              + "</td><td>"
              + safe(contribution.detail())
              + "</td><td>"
              + safe(contribution.rule())
              + "</td></tr>");
    }
    line("</table>");
    line(
        "<p class=\"meta\">rule "
            + safe(diagnosis.rule().toString())
            + ", fingerprint "
            + safe(diagnosis.fingerprint())
            + "</p></details>");
  }

  private void others(List<Diagnosis> roots) {
    List<Diagnosis> rest =
        roots.stream().skip(1).filter(other -> other.confidence() >= 0.05).limit(5).toList();
    if (rest.isEmpty()) {
      return;
    }
    line("<details><summary>Other explanations</summary><ul>");
    for (Diagnosis other : rest) {
      line(
          String.format(
              Locale.ROOT,
              "<li>%.0f %%, line %d: %s</li>",
              100 * other.confidence(),
              other.evidence().get(0).line(),
              safe(other.title())));
    }
    line("</ul></details>");
  }
}
