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

/**
 * The report as Markdown, for issues, comments and job summaries. Text of the log stands only
 * inside fences longer than any inside it; everything else of it is escaped.
 */
public final class MarkdownReport {
  private static final int SYMPTOMS = 10;

  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  /** Renders records, one chapter each; ends with a newline. */
  public static String render(List<AnalysisRecord> records) {
    MarkdownReport report = new MarkdownReport();
    records.forEach(report::record);
    return report.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void record(AnalysisRecord record) {
    List<Diagnosis> roots = record.diagnoses().stream().filter(Diagnosis::root).toList();
    if (roots.isEmpty()) {
      line("## " + SafeText.markdown(record.verdict().reason()));
      line("");
      line("Log: " + SafeText.markdown(record.document().name()));
      line("");
    } else {
      diagnosis(record, roots.get(0));
      others(roots);
    }
    for (Problem problem : record.problems()) {
      line("> " + SafeText.markdown(problem.sentence()));
      line("");
    }
    line(
        "<sub>fixpoint "
            + SafeText.markdown(record.versions().engine())
            + ", patterns "
            + shortened(record.versions().catalog())
            + ", rules "
            + shortened(record.versions().rules())
            + ", log "
            + shortened(record.versions().log())
            + "</sub>");
    line("");
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }

  private void diagnosis(AnalysisRecord record, Diagnosis diagnosis) {
    Evidence shown = diagnosis.evidence().get(0);
    line("## " + SafeText.markdown(diagnosis.title()));
    line("");
    line(
        "**"
            + diagnosis.kind()
            + "**, "
            + String.format(Locale.ROOT, "%.0f %% sure", 100 * diagnosis.confidence())
            + ", line "
            + shown.line()
            + " of "
            + SafeText.markdown(record.document().name())
            + (shown.part().isEmpty() ? "" : " (" + SafeText.markdown(shown.part()) + ")"));
    line("");
    line(SafeText.fence(excerpt(shown)));
    line("");
    fix(diagnosis.fix());
    line(
        "**Verdict:** "
            + record.verdict().id()
            + ". "
            + SafeText.markdown(record.verdict().reason()));
    line("");
    symptoms(record, diagnosis);
    why(diagnosis);
  }

  private static String excerpt(Evidence shown) {
    if (shown.excerpt().isEmpty()) {
      return shown.line() + " | " + shown.text();
    }
    StringBuilder text = new StringBuilder();
    for (LogLine line : shown.excerpt()) {
      long number = line.position() - shown.position() + shown.line();
      boolean proof = line.position() == shown.position();
      text.append(
          String.format(
              Locale.ROOT,
              "%s %6d | %s%n",
              proof ? ">" : " ",
              number,
              SafeText.cut(line.text(), 300)));
    }
    return text.toString().stripTrailing();
  }

  private void fix(@Nullable FixPlan fix) {
    if (fix == null) {
      line("**What to do:** no remedy is known; the lines above are what to look at.");
      line("");
      return;
    }
    line(
        "**What to do:** "
            + SafeText.markdown(fix.title())
            + ". "
            + SafeText.markdown(fix.advice()));
    line("");
    for (FixAction action : fix.actions()) {
      StringBuilder words = new StringBuilder(action.verb().id());
      for (Map.Entry<String, String> parameter : action.parameters().entrySet()) {
        words.append(", ").append(parameter.getKey()).append(": ").append(parameter.getValue());
      }
      line("- " + SafeText.markdown(words.toString()));
    }
    for (Precondition condition : fix.preconditions()) {
      line("- [" + (condition.met() ? "x" : " ") + "] " + SafeText.markdown(condition.detail()));
    }
    line("");
  }

  private void symptoms(AnalysisRecord record, Diagnosis diagnosis) {
    List<Diagnosis> symptoms =
        record.diagnoses().stream()
            .filter(other -> diagnosis.explains().contains(other.id()))
            .limit(SYMPTOMS)
            .toList();
    if (symptoms.isEmpty()) {
      return;
    }
    line("<details><summary>Seen because of it</summary>");
    line("");
    for (Diagnosis symptom : symptoms) {
      line(
          "- line " + symptom.evidence().get(0).line() + ": " + SafeText.markdown(symptom.title()));
    }
    line("");
    line("</details>");
    line("");
  }

  private void why(Diagnosis diagnosis) {
    line("<details><summary>How sure, and why</summary>");
    line("");
    line("| log odds | because | said by |");
    line("| ---: | --- | --- |");
    for (Contribution contribution : diagnosis.contributions()) {
      line(
          String.format(
              Locale.ROOT,
              "| %+.2f | %s | %s |",
              contribution.logOdds(),
              SafeText.markdown(contribution.detail()),
              SafeText.markdown(contribution.rule())));
    }
    line("");
    line(
        "Rule "
            + SafeText.markdown(diagnosis.rule().toString())
            + ", fingerprint "
            + diagnosis.fingerprint());
    line("");
    line("</details>");
    line("");
  }

  private void others(List<Diagnosis> roots) {
    List<Diagnosis> rest =
        roots.stream().skip(1).filter(other -> other.confidence() >= 0.05).limit(3).toList();
    if (rest.isEmpty()) {
      return;
    }
    line("Other explanations:");
    line("");
    for (Diagnosis other : rest) {
      line(
          String.format(
              Locale.ROOT,
              "- %.0f %%, line %d: %s",
              100 * other.confidence(),
              other.evidence().get(0).line(),
              SafeText.markdown(other.title())));
    }
    line("");
  }
}
