package dev.fixpoint.model;

import java.util.List;

/**
 * What the rules concluded, each conclusion with the rule and the facts behind it.
 *
 * @param claims the hypotheses that hold, sorted by line and then by cause
 * @param explanations which hypothesis is the reason for which
 * @param rejections findings that are no causes
 * @param problems limits that were reached
 */
public record Reasoning(
    List<Claim> claims,
    List<Because<Explains>> explanations,
    List<Because<Rejection>> rejections,
    List<Problem> problems) {
  public Reasoning {
    claims = List.copyOf(claims);
    explanations = List.copyOf(explanations);
    rejections = List.copyOf(rejections);
    problems = List.copyOf(problems);
  }

  /**
   * A hypothesis with everything behind it.
   *
   * @param hypothesis the hypothesis
   * @param rule the rule that proposed it
   * @param facts the facts that made the rule fire, in the order of its conditions
   * @param arguments what speaks for and against it
   */
  public record Claim(
      Hypothesis hypothesis, RuleRef rule, List<Fact> facts, List<Because<Argument>> arguments) {
    public Claim {
      facts = List.copyOf(facts);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A conclusion and the rule that drew it.
   *
   * @param conclusion the conclusion
   * @param rule the rule
   */
  public record Because<T extends Derived>(T conclusion, RuleRef rule) {}
}
