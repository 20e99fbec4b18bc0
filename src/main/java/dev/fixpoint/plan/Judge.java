package dev.fixpoint.plan;

import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.Status;
import dev.fixpoint.model.Verb;
import dev.fixpoint.model.Verdict;
import java.util.List;
import java.util.Locale;

/** Decides what is to be done, by policy. */
public final class Judge {
  private final Policy policy;

  /**
   * @param policy what is allowed
   */
  public Judge(Policy policy) {
    this.policy = policy;
  }

  /**
   * Decides.
   *
   * @param document the log
   * @param run what is known of the run
   * @param diagnoses why it broke, best first
   */
  public Verdict decide(LogDocument document, RunContext run, List<Diagnosis> diagnoses) {
    if (document.empty()) {
      return new Verdict.Inconclusive("There is no log to read: it is empty.");
    }
    if (diagnoses.isEmpty() || !credible(document, diagnoses.get(0))) {
      return nothingFound(document);
    }
    Diagnosis best = diagnoses.get(0);
    if (policy.excludes(best.cause())) {
      return new Verdict.Escalate("The policy sends '" + best.cause() + "' to people.");
    }
    if (best.generic()) {
      return new Verdict.Escalate("Something failed, but no known cause explains it.");
    }
    if (best.confidence() < Math.min(policy.suggest(), policy.rerun())) {
      return new Verdict.Escalate(
          "The best explanation is not sure enough: " + percent(best.confidence()) + ".");
    }
    FixPlan fix = best.fix();
    if (fix == null) {
      return new Verdict.Escalate("The cause is known, a remedy is not: " + best.title() + ".");
    }
    return fix.actions().stream().anyMatch(action -> action.verb() == Verb.RERUN)
        ? rerun(run, best)
        : remedy(best, fix);
  }

  private static boolean credible(LogDocument document, Diagnosis best) {
    return document.outcome() == Outcome.FAILED || best.confidence() >= 0.5;
  }

  private static Verdict nothingFound(LogDocument document) {
    return switch (document.outcome()) {
      case PASSED ->
          new Verdict.Healthy("The log ends well, and nothing in it explains a failure.");
      case FAILED -> new Verdict.Escalate("The log says that it failed, and nothing explains why.");
      case UNKNOWN ->
          document.sections().size() > 1
              ? new Verdict.Healthy(
                  "The log marks no step as failed, and nothing in it is a likely cause.")
              : new Verdict.Inconclusive(
                  "The log does not tell how it ended, and nothing in it is a known cause.");
    };
  }

  private Verdict rerun(RunContext run, Diagnosis best) {
    if (best.confidence() < policy.rerun()) {
      return new Verdict.Escalate(
          "A re-run might help, but the cause is not sure enough: "
              + percent(best.confidence())
              + ".");
    }
    if (run.attempt() >= policy.maxAttempts()) {
      return new Verdict.Escalate(
          "This is attempt " + run.attempt() + "; another would not be the first to fail.");
    }
    return new Verdict.Rerun(
        "Nothing in the repository is wrong: " + best.title() + ".", best.id());
  }

  private Verdict remedy(Diagnosis best, FixPlan fix) {
    if (best.confidence() < policy.suggest()) {
      return new Verdict.Escalate(
          "The best explanation is not sure enough: " + percent(best.confidence()) + ".");
    }
    String obstacle = obstacle(best, fix);
    return obstacle.isEmpty()
        ? new Verdict.AutoFix(
            fix.title() + ", once it is shown that the step turns from red to green.", best.id())
        : new Verdict.Suggest(
            fix.title() + "; not without asking, because " + obstacle + ".", best.id());
  }

  /** Why a plan may not be carried out without asking; empty when it may. */
  private String obstacle(Diagnosis best, FixPlan fix) {
    if (fix.actions().stream().allMatch(action -> action.verb() == Verb.ADVISE)) {
      return "only people can do it";
    }
    if (best.confidence() <= policy.act()) {
      return "the confidence is "
          + percent(best.confidence())
          + " and the policy asks for more than "
          + percent(policy.act());
    }
    if (best.status() != Status.STABLE) {
      return "what it stands on is " + best.status();
    }
    if (!policy.risks().contains(fix.risk())) {
      return "the policy does not allow the risk '" + fix.risk() + "'";
    }
    return fix.preconditions().stream()
        .filter(condition -> !condition.met())
        .findFirst()
        .map(Precondition::detail)
        .orElse("");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
