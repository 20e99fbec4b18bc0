package dev.fixpoint.model;

import java.util.List;

/**
 * The remedy of a diagnosis: data, not yet done.
 *
 * @param template the template it was made from
 * @param version the template's version
 * @param title one line for people
 * @param advice what a person should do, in one or two sentences
 * @param risk how much it could break
 * @param actions what to do, in order
 * @param preconditions what must hold before it may be done without asking
 * @param verification how to show that it worked: the step that must turn green
 * @param confidence how likely the plan turns the step green and is kept, 0 to 1
 */
public record FixPlan(
    String template,
    int version,
    String title,
    String advice,
    Risk risk,
    List<FixAction> actions,
    List<Precondition> preconditions,
    String verification,
    double confidence) {
  public FixPlan {
    actions = List.copyOf(actions);
    preconditions = List.copyOf(preconditions);
  }

  /** Whether every precondition holds. */
  public boolean ready() {
    return preconditions.stream().allMatch(Precondition::met);
  }
}
