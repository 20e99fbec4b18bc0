package dev.fixpoint.record;

import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Contribution;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Evidence;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.Rejected;
import dev.fixpoint.model.SectionKind;
import java.util.List;
import java.util.Locale;

/**
 * The whole way from lines to verdict, for whoever audits it: steps, findings, rules, every term of
 * each confidence, what was set aside and why.
 */
public final class ExplainReport {
  private static final int EVIDENCE = 5;
  private static final int WIDTH = 130;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ExplainReport(Style style) {
    this.style = style;
  }

  /** Renders one record; ends with a newline. */
  public static String render(AnalysisRecord record, Style style) {
    ExplainReport report = new ExplainReport(style);
    report.record(record);
    return report.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void chapter(String title) {
    line("");
    line(style.bold(title));
  }

  private void record(AnalysisRecord record) {
    line(style.bold("Log  ") + safe(record.document().name()));
    line(
        "     "
            + record.document().dialect()
            + ", "
            + record.document().lines()
            + " lines, ended: "
            + record.document().outcome()
            + ", digest "
            + record.versions().log());
    record.run().known().forEach((name, value) -> line("     " + name + ": " + safe(value)));
    steps(record);
    chapter("Diagnoses");
    if (record.diagnoses().isEmpty()) {
      line("  none");
    }
    for (Diagnosis diagnosis : record.diagnoses()) {
      diagnosis(diagnosis);
    }
    rejected(record);
    chapter("Verdict");
    line("  " + record.verdict().id() + ": " + safe(record.verdict().reason()));
    line("");
    line(
        style.dim(
            "fixpoint "
                + record.versions().engine()
                + ", patterns "
                + record.versions().catalog()
                + ", rules "
                + record.versions().rules()));
    line(
        style.dim(
            String.format(
                Locale.ROOT,
                "read and scan %.1f ms, rules %.1f ms, plan %.1f ms",
                record.timings().read() / 1000.0,
                record.timings().reason() / 1000.0,
                record.timings().plan() / 1000.0)));
  }

  private void steps(AnalysisRecord record) {
    List<LogSection> steps =
        record.document().sections().stream()
            .filter(section -> section.kind() == SectionKind.STEP)
            .toList();
    if (steps.isEmpty()) {
      return;
    }
    chapter("Steps that did not pass");
    int passed = 0;
    for (LogSection step : steps) {
      if (step.outcome() == Outcome.PASSED
          || step.outcome() == Outcome.UNKNOWN && step.tolerated()) {
        passed++;
        continue;
      }
      String exit = step.exitCode() == null ? "" : ", exit code " + step.exitCode();
      line(
          String.format(
              Locale.ROOT,
              "  %-8s lines %d-%d%s%s  %s",
              step.outcome(),
              record.document().lineInPart(step.range().first()),
              record.document().lineInPart(step.range().last()),
              exit,
              step.tolerated() ? ", does not count" : "",
              safe(firstLine(step.title()))));
    }
    line(style.dim("  and " + passed + " that passed or only cleaned up"));
  }

  private void diagnosis(Diagnosis diagnosis) {
    line("");
    String relation =
        diagnosis.explainedBy() == null ? "" : ", follows from " + diagnosis.explainedBy();
    line(
        "  "
            + style.cyan(diagnosis.id())
            + "  "
            + style.bold(safe(diagnosis.title()))
            + style.dim(
                String.format(Locale.ROOT, "  %.0f %%%s", 100 * diagnosis.confidence(), relation)));
    line(
        "      cause "
            + diagnosis.cause()
            + ", kind "
            + diagnosis.kind()
            + ", fingerprint "
            + diagnosis.fingerprint());
    int shown = 0;
    for (Evidence evidence : diagnosis.evidence()) {
      if (shown++ == EVIDENCE) {
        line(style.dim("      and " + (diagnosis.matches() - EVIDENCE) + " more lines"));
        break;
      }
      String pattern = evidence.pattern() == null ? "by its place" : evidence.pattern().toString();
      line(
          "      line "
              + evidence.line()
              + (evidence.part().isEmpty() ? "" : " of " + safe(evidence.part()))
              + style.dim("  found by " + pattern));
      line("        " + safe(evidence.text()));
    }
    line("      rule " + diagnosis.rule());
    diagnosis.entities().keySet().stream()
        .sorted()
        .forEach(
            name ->
                line(
                    "      "
                        + name
                        + " = "
                        + safe(String.valueOf(diagnosis.entities().get(name)))));
    for (Contribution contribution : diagnosis.contributions()) {
      line(
          String.format(
              Locale.ROOT,
              "      %+6.2f  %-20s %s%s",
              contribution.logOdds(),
              contribution.name(),
              safe(contribution.detail()),
              contribution.rule().isEmpty() ? "" : style.dim("  " + contribution.rule())));
    }
    if (!diagnosis.explains().isEmpty()) {
      line("      explains " + String.join(", ", diagnosis.explains()));
    }
    FixPlan fix = diagnosis.fix();
    if (fix != null) {
      plan(fix);
    }
  }

  private void plan(FixPlan fix) {
    line(
        "      plan "
            + fix.template()
            + "@"
            + fix.version()
            + ", risk "
            + fix.risk()
            + String.format(Locale.ROOT, ", %.0f %%: ", 100 * fix.confidence())
            + safe(fix.title()));
    for (FixAction action : fix.actions()) {
      line("        do   " + safe(action.verb() + " " + action.parameters()));
    }
    for (Precondition condition : fix.preconditions()) {
      line(
          "        "
              + (condition.met() ? "ok   " : "open ")
              + condition.name()
              + ": "
              + safe(condition.detail()));
    }
    line("        then " + safe(fix.verification()));
  }

  private void rejected(AnalysisRecord record) {
    if (record.rejected().isEmpty()) {
      return;
    }
    chapter("Set aside");
    for (Rejected rejected : record.rejected()) {
      line(
          "  line "
              + rejected.line()
              + (rejected.count() > 1 ? " (" + rejected.count() + " times)" : "")
              + "  "
              + rejected.pattern()
              + ": "
              + safe(rejected.why())
              + (rejected.rule().isEmpty() ? "" : style.dim("  " + rejected.rule())));
      line(style.dim("    " + safe(rejected.text())));
    }
  }

  private static String safe(String text) {
    return SafeText.cut(SafeText.terminal(text).replace("\t", "  "), WIDTH);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
