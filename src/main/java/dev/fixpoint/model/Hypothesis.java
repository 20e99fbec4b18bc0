package dev.fixpoint.model;

/**
 * A cause that a rule proposes, before it is weighed against the others. It holds as long as the
 * facts that made the rule fire.
 *
 * @param cause the id of the cause, for example {@code python.module-missing}
 * @param kind the sort of trouble
 * @param title one line for people
 * @param fix the template of the remedy, or the empty string
 * @param prior how sure the proposal is by itself, 0 to 1
 * @param status how far it is trusted: no further than the pattern and the rule behind it
 * @param generic whether it only says that something failed
 * @param origin where its evidence stands
 */
public record Hypothesis(
    String cause,
    Kind kind,
    String title,
    String fix,
    double prior,
    Status status,
    boolean generic,
    Origin origin)
    implements Derived {

  /**
   * Where the evidence of a hypothesis stands.
   *
   * @param pattern the pattern that matched, or the empty string
   * @param severity the severity of that pattern
   * @param identity what makes two failures of one cause the same
   * @param outcome how the section ended
   * @param section the section
   * @param job the job around the section, or 0
   * @param line the position to show first
   * @param lastLine the position of the last line that belongs to it
   */
  public record Origin(
      String pattern,
      Severity severity,
      String identity,
      Outcome outcome,
      int section,
      int job,
      long line,
      long lastLine) {}

  /** The cause that a finding names by itself. */
  public static Hypothesis of(Finding finding) {
    return new Hypothesis(
        finding.cause().isEmpty() ? finding.pattern() : finding.cause(),
        finding.kind(),
        finding.title(),
        finding.fix(),
        finding.weight(),
        finding.status(),
        finding.severity() == Severity.SUMMARY || finding.tool().equals("generic"),
        new Origin(
            finding.pattern(),
            finding.severity(),
            finding.identity(),
            finding.outcome(),
            finding.section(),
            finding.job(),
            finding.line(),
            finding.lastLine()));
  }

  /** A failed step of which nothing is known but where its output ends. */
  public static Hypothesis of(StepOutcome step) {
    long line =
        step.tail().isEmpty() ? step.last() : step.tail().get(step.tail().size() - 1).position();
    return new Hypothesis(
        "unknown",
        Kind.UNKNOWN,
        "The step failed, and nothing known explains it",
        "",
        0.1,
        Status.EXPERIMENTAL,
        true,
        new Origin(
            "",
            Severity.SUMMARY,
            step.command().isEmpty() ? step.title() : step.command(),
            step.outcome(),
            step.section(),
            step.job(),
            line,
            line));
  }

  /** The pattern of the finding behind it, or the empty string. */
  public String pattern() {
    return origin.pattern;
  }

  /** The severity of the finding behind it. */
  public Severity severity() {
    return origin.severity;
  }

  /** What makes two failures of this cause the same. */
  public String identity() {
    return origin.identity;
  }

  /** How the section of the evidence ended. */
  public Outcome outcome() {
    return origin.outcome;
  }

  /** The section of the evidence. */
  public int section() {
    return origin.section;
  }

  /** The job around the section, or 0. */
  public int job() {
    return origin.job;
  }

  /** The position to show first. */
  public long line() {
    return origin.line;
  }

  /** The position of the last line that belongs to it. */
  public long lastLine() {
    return origin.lastLine;
  }

  /** The tool that printed the evidence; empty when no pattern matched. */
  public String tool() {
    int dot = origin.pattern.indexOf('.');
    return dot < 0 ? "" : origin.pattern.substring(0, dot);
  }

  /** The kind, in the form in which consequences name it: {@code kind:test}. */
  public String kindKey() {
    return "kind:" + kind.id();
  }

  /** The same evidence, read as another cause. */
  public Hypothesis as(String otherCause, Kind otherKind) {
    return new Hypothesis(otherCause, otherKind, title, fix, prior, status, generic, origin);
  }

  /** The same, told in other words. */
  public Hypothesis titled(String words) {
    return new Hypothesis(cause, kind, words, fix, prior, status, generic, origin);
  }

  /** The same, remedied by another template; the empty string for none. */
  public Hypothesis fixedBy(String template) {
    return new Hypothesis(cause, kind, title, template, prior, status, generic, origin);
  }

  /** The same, held to be as sure as given, 0 to 1. */
  public Hypothesis sure(double otherPrior) {
    return new Hypothesis(cause, kind, title, fix, otherPrior, status, generic, origin);
  }

  /** The same, known to say no more than that something failed; it has no remedy. */
  public Hypothesis fallback() {
    return new Hypothesis(cause, kind, title, "", prior, status, true, origin);
  }
}
