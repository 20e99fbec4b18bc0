package dev.fixpoint.record;

import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Contribution;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Evidence;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.SectionKind;
import dev.fixpoint.model.Verb;
import dev.fixpoint.model.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for a person at a terminal: the cause first, the proof, what to do, how sure. */
public final class TextReport {
  private static final int WIDTH = 150;
  private static final int OTHERS = 3;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Style style) {
    this.style = style;
  }

  /** Renders one record; ends with a newline. */
  public static String render(AnalysisRecord record, Style style) {
    TextReport report = new TextReport(style);
    report.record(record);
    return report.out.toString();
  }

  /** A problem on one line, for standard error. */
  public static String problem(Problem problem) {
    return problem.level().id() + ": " + SafeText.terminal(problem.sentence());
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void record(AnalysisRecord record) {
    List<Diagnosis> roots = record.diagnoses().stream().filter(Diagnosis::root).toList();
    if (roots.isEmpty()) {
      headline(record);
    } else {
      diagnosis(record, roots.get(0));
      others(record, roots);
    }
    for (Problem problem : record.problems()) {
      line(style.dim("note: " + SafeText.terminal(problem.sentence())));
    }
  }

  private void headline(AnalysisRecord record) {
    String mark =
        record.verdict() instanceof Verdict.Healthy ? style.green("✓") : style.yellow("?");
    line(mark + " " + style.bold(SafeText.terminal(record.verdict().reason())));
    line("  " + style.dim(source(record.document())));
  }

  private void diagnosis(AnalysisRecord record, Diagnosis diagnosis) {
    line(
        style.red("✗")
            + " "
            + style.bold(SafeText.terminal(diagnosis.title()))
            + style.dim("  [" + diagnosis.kind() + "]"));
    line("  " + style.dim(source(record.document()) + step(record.document(), diagnosis)));
    line("");
    excerpt(diagnosis);
    line("");
    row("What to do", remedy(diagnosis));
    row("How sure", sure(diagnosis));
    symptoms(record, diagnosis);
    row("Verdict", record.verdict().id() + ": " + SafeText.terminal(record.verdict().reason()));
  }

  private static String source(LogDocument document) {
    return SafeText.terminal(document.name())
        + ", "
        + document.dialect()
        + ", "
        + document.lines()
        + (document.lines() == 1 ? " line" : " lines");
  }

  private static String step(LogDocument document, Diagnosis diagnosis) {
    long position = diagnosis.evidence().get(0).position();
    LogSection found = document.section(0);
    for (LogSection section : document.sections()) {
      if (section.kind() == SectionKind.STEP && section.range().contains(position)) {
        found = section;
      }
    }
    if (found.title().isEmpty()) {
      return "";
    }
    return ", in " + SafeText.cut(SafeText.terminal(firstLine(found.title())), 60);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private void excerpt(Diagnosis diagnosis) {
    Evidence shown = diagnosis.evidence().get(0);
    List<LogLine> lines =
        shown.excerpt().isEmpty()
            ? List.of(new LogLine(shown.position(), shown.text()))
            : shown.excerpt();
    int digits = String.valueOf(shown.line() + lines.size()).length();
    for (LogLine line : lines) {
      long number = line.position() - shown.position() + shown.line();
      String text = SafeText.cut(SafeText.terminal(line.text()).replace("\t", "    "), WIDTH);
      boolean proof = line.position() == shown.position() && line.text().equals(shown.text());
      String gutter = String.format(Locale.ROOT, "%" + digits + "d", number);
      if (proof) {
        line(style.red("  > " + gutter + " │ ") + style.bold(text));
      } else if (!text.isBlank()) {
        line(style.dim("    " + gutter + " │ ") + text);
      }
    }
    if (!shown.part().isEmpty()) {
      line(style.dim("    in " + SafeText.terminal(shown.part())));
    }
    if (diagnosis.matches() > 1) {
      line(
          style.dim(
              "    and "
                  + (diagnosis.matches() - 1)
                  + " more "
                  + (diagnosis.matches() == 2 ? "line" : "lines")
                  + elsewhere(diagnosis)));
    }
  }

  private static String elsewhere(Diagnosis diagnosis) {
    List<String> numbers =
        diagnosis.evidence().stream()
            .skip(1)
            .limit(6)
            .map(evidence -> String.valueOf(evidence.line()))
            .toList();
    return numbers.isEmpty() ? "" : ": " + String.join(", ", numbers);
  }

  private void row(String label, String text) {
    line("  " + style.cyan(String.format(Locale.ROOT, "%-11s", label)) + " " + text);
  }

  private String remedy(Diagnosis diagnosis) {
    FixPlan fix = diagnosis.fix();
    if (fix == null) {
      return "no known remedy; the lines above are what to look at";
    }
    StringBuilder text = new StringBuilder(SafeText.terminal(fix.title()));
    text.append("\n              ").append(style.dim(SafeText.terminal(fix.advice())));
    for (FixAction action : fix.actions()) {
      if (action.verb() != Verb.ADVISE && action.verb() != Verb.RERUN) {
        text.append("\n              - ").append(action(action));
      }
    }
    for (Precondition condition : fix.preconditions()) {
      if (!condition.met()) {
        text.append("\n              ")
            .append(style.dim("open: " + SafeText.terminal(condition.detail())));
      }
    }
    return text.toString();
  }

  private static String action(FixAction action) {
    StringBuilder text = new StringBuilder(action.verb().id());
    for (Map.Entry<String, String> parameter : action.parameters().entrySet()) {
      boolean known = !parameter.getValue().contains("{");
      text.append(' ')
          .append(parameter.getKey())
          .append('=')
          .append(known ? parameter.getValue() : "?");
    }
    return SafeText.terminal(text.toString());
  }

  private String sure(Diagnosis diagnosis) {
    StringBuilder text =
        new StringBuilder(
            style.bold(String.format(Locale.ROOT, "%.0f %%", 100 * diagnosis.confidence())));
    for (Contribution contribution : diagnosis.contributions()) {
      if (!contribution.name().equals("calibration")) {
        text.append("\n              ")
            .append(
                style.dim(
                    String.format(
                        Locale.ROOT,
                        "%+.1f  %s",
                        contribution.logOdds(),
                        SafeText.terminal(contribution.detail()))));
      }
    }
    return text.toString();
  }

  private void symptoms(AnalysisRecord record, Diagnosis diagnosis) {
    List<Diagnosis> symptoms =
        record.diagnoses().stream()
            .filter(other -> diagnosis.explains().contains(other.id()))
            .toList();
    if (symptoms.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Diagnosis symptom : symptoms.subList(0, Math.min(OTHERS, symptoms.size()))) {
      text.append(text.length() == 0 ? "" : "\n              ")
          .append("line ")
          .append(symptom.evidence().get(0).line())
          .append(": ")
          .append(SafeText.cut(SafeText.terminal(symptom.title()), 90));
    }
    if (symptoms.size() > OTHERS) {
      text.append("\n              ")
          .append("and ")
          .append(symptoms.size() - OTHERS)
          .append(" more");
    }
    row("It caused", text.toString());
  }

  private void others(AnalysisRecord record, List<Diagnosis> roots) {
    List<Diagnosis> rest =
        roots.stream().skip(1).filter(diagnosis -> diagnosis.confidence() >= 0.05).toList();
    if (!rest.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (Diagnosis other : rest.subList(0, Math.min(OTHERS, rest.size()))) {
        text.append(text.length() == 0 ? "" : "\n              ")
            .append(
                String.format(
                    Locale.ROOT,
                    "%2.0f %%  line %d: %s",
                    100 * other.confidence(),
                    other.evidence().get(0).line(),
                    SafeText.cut(SafeText.terminal(other.title()), 90)));
      }
      row("Or else", text.toString());
    }
    row("Next", "fixpoint explain " + quoted(record.document().name()));
  }

  private static String quoted(String name) {
    String safe = SafeText.terminal(name);
    return safe.matches("[\\w./+@:-]+") ? safe : "'" + safe.replace("'", "'\\''") + "'";
  }
}
