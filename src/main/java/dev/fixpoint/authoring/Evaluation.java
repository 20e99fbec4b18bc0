package dev.fixpoint.authoring;

import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Verdict;
import dev.fixpoint.parse.LogInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how often Fixpoint is right: analyses the logs of a labelled corpus ({@code
 * labels.jsonl} and {@code logs/}) and compares.
 *
 * @param cases what came out for each log, in the order of the labels
 * @param problems logs and labels that could not be used
 */
public record Evaluation(List<Case> cases, List<Problem> problems) {
  public Evaluation {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }

  /**
   * What came out for one log.
   *
   * @param id the log's name
   * @param ci where it ran
   * @param failed whether the build failed
   * @param counts whether figures are taken from it
   * @param wantedKind the labelled kind
   * @param wantedLine the labelled line
   * @param cause the first diagnosis's cause, or the empty string
   * @param kind the first diagnosis's kind, or the empty string
   * @param line the first diagnosis's line, or 0
   * @param text that line
   * @param confidence the first diagnosis's confidence
   * @param evidence1 whether its line is accepted
   * @param evidence3 whether a line of the first three is
   * @param kind1 whether its kind is accepted
   * @param kind3 whether a kind of the first three is
   * @param verdict the verdict
   * @param harmful whether it would act where people say that a tool must not
   */
  public record Case(
      String id,
      String ci,
      boolean failed,
      boolean counts,
      String wantedKind,
      long wantedLine,
      String cause,
      String kind,
      long line,
      String text,
      double confidence,
      boolean evidence1,
      boolean evidence3,
      boolean kind1,
      boolean kind3,
      String verdict,
      boolean harmful) {

    /** Whether line and kind of the first diagnosis are both accepted. */
    public boolean right1() {
      return evidence1 && kind1;
    }

    /** Whether a build that passed would have raised an alarm. */
    public boolean falseAlarm() {
      boolean acts = verdict.equals("AutoFix") || verdict.equals("Rerun");
      return !failed && (confidence >= 0.5 || acts);
    }
  }

  /**
   * Analyses a corpus.
   *
   * @param corpus the folder
   * @param analyzer what analyses
   * @throws IOException when the labels cannot be read
   */
  public static Evaluation of(Path corpus, Analyzer analyzer) throws IOException {
    Labels labels = Labels.read(corpus.resolve("labels.jsonl"));
    List<Problem> problems = new ArrayList<>(labels.problems());
    List<Case> cases = new ArrayList<>();
    for (Labels.Label label : labels.all()) {
      Path log = corpus.resolve("logs").resolve(label.id() + ".log");
      try {
        AnalysisRecord record =
            analyzer.analyze(LogInput.of(label.id(), () -> Files.newInputStream(log)));
        cases.add(compare(label, record));
      } catch (IOException e) {
        problems.add(
            Problem.error(
                Problem.Code.INPUT_UNREADABLE,
                log.toString(),
                "the log cannot be read: " + e.getMessage(),
                "the corpus is not complete"));
      }
    }
    return new Evaluation(cases, problems);
  }

  private static Case compare(Labels.Label label, AnalysisRecord record) {
    List<Diagnosis> diagnoses = record.diagnoses();
    boolean evidence3 = false;
    boolean kind3 = false;
    for (int i = 0; i < Math.min(3, diagnoses.size()); i++) {
      evidence3 |= label.acceptsLine(diagnoses.get(i).evidence().get(0).line());
      kind3 |= label.acceptsKind(diagnoses.get(i).kind().id());
    }
    boolean none = diagnoses.isEmpty();
    long line = none ? 0 : diagnoses.get(0).evidence().get(0).line();
    String kind = none ? "" : diagnoses.get(0).kind().id();
    return new Case(
        label.id(),
        label.ci(),
        label.failed(),
        label.counts(),
        label.otherKind().isEmpty() ? label.kind() : label.kind() + "/" + label.otherKind(),
        label.root(),
        none ? "" : diagnoses.get(0).cause(),
        kind,
        line,
        none ? "" : diagnoses.get(0).evidence().get(0).text(),
        none ? 0 : diagnoses.get(0).confidence(),
        label.acceptsLine(line),
        evidence3,
        label.acceptsKind(kind),
        kind3,
        record.verdict().id(),
        record.verdict() instanceof Verdict.AutoFix
            && label.failed()
            && !label.remedy().equals("auto"));
  }
}
