package dev.fixpoint.reason;

import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RepositoryFact.WorkflowStep;
import dev.fixpoint.model.SectionKind;
import dev.fixpoint.model.StepOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The steps of a log as facts: whether a failure counts, was healed, or decided the job. */
public final class StepFacts {
  /** A command whose exit code the script throws away. */
  private static final Pattern TOLERANT = Pattern.compile("\\|\\|\\s*(?:true|:|exit 0)\\s*$");

  private StepFacts() {}

  /**
   * Makes the facts. A log without steps counts as one.
   *
   * @param document the log
   * @param checkout what the checkout says of its workflows
   */
  public static List<StepOutcome> of(LogDocument document, List<RepositoryFact> checkout) {
    List<LogSection> steps =
        document.sections().stream().filter(section -> section.kind() == SectionKind.STEP).toList();
    if (steps.isEmpty()) {
      steps = List.of(document.section(0));
    }
    Map<Integer, Integer> ordinals = new HashMap<>();
    Map<Integer, Boolean> decided = new HashMap<>();
    List<StepOutcome> facts = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      LogSection step = steps.get(i);
      boolean healed = healed(step, steps.subList(i + 1, steps.size()));
      boolean tolerated = step.tolerated() || allowed(step, checkout);
      boolean fails = step.outcome() == Outcome.FAILED && !tolerated && !healed;
      boolean deciding = fails && decided.putIfAbsent(step.parent(), true) == null;
      facts.add(
          new StepOutcome(
              step.id(),
              step.kind() == SectionKind.STEP ? step.parent() : 0,
              ordinals.merge(step.parent(), 1, Integer::sum),
              step.title(),
              step.command(),
              Purpose.of(step.title(), step.command()),
              step.outcome(),
              step.exitCode() == null ? -1 : step.exitCode(),
              tolerated,
              step.attempt(),
              healed,
              deciding,
              step.range().first(),
              step.range().last(),
              step.tail()));
    }
    return facts;
  }

  /** A later try of the same command passed. */
  private static boolean healed(LogSection step, List<LogSection> later) {
    return step.outcome() == Outcome.FAILED
        && !step.command().isEmpty()
        && later.stream()
            .anyMatch(
                other ->
                    other.outcome() == Outcome.PASSED
                        && other.parent() == step.parent()
                        && other.command().equals(step.command()));
  }

  /** The script, or the workflow file, says that this step may fail. */
  private static boolean allowed(LogSection step, List<RepositoryFact> checkout) {
    String command = step.command().strip();
    if (!command.contains("\n") && TOLERANT.matcher(command).find()) {
      return true;
    }
    return checkout.stream()
        .anyMatch(
            fact ->
                fact instanceof WorkflowStep workflow
                    && workflow.continueOnError()
                    && (workflow.name().equals(step.title())
                        || !workflow.run().isEmpty()
                            && firstLine(workflow.run()).equals(firstLine(command))));
  }

  private static String firstLine(String text) {
    int end = text.strip().indexOf('\n');
    return end < 0 ? text.strip() : text.strip().substring(0, end).strip();
  }
}
