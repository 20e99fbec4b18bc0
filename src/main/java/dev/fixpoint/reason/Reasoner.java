package dev.fixpoint.reason;

import dev.fixpoint.model.Argument;
import dev.fixpoint.model.Derived;
import dev.fixpoint.model.Explains;
import dev.fixpoint.model.Fact;
import dev.fixpoint.model.Hypothesis;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Reasoning;
import dev.fixpoint.model.Reasoning.Because;
import dev.fixpoint.model.Reasoning.Claim;
import dev.fixpoint.model.Rejection;
import dev.fixpoint.model.RuleRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.runtime.KieSession;

/** Fires the rules over the facts of one log. Safe for use by several threads. */
public final class Reasoner {
  /** Real logs need a few thousand firings; beyond this a rule runs in circles. */
  private static final int FIRINGS = 200_000;

  private final RuleBase rules;

  /**
   * @param rules the rules
   */
  public Reasoner(RuleBase rules) {
    this.rules = rules;
  }

  /**
   * Draws all conclusions.
   *
   * @param facts the facts
   * @return what holds in the end; the same facts give the same result, whatever their order
   */
  public Reasoning reason(Collection<? extends Fact> facts) {
    KieSession session = rules.newSession();
    try {
      facts.forEach(session::insert);
      int fired = session.fireAllRules(FIRINGS);
      return collect(Justifications.of(session), fired);
    } finally {
      session.dispose();
    }
  }

  private Reasoning collect(List<Justifications.Justified> justified, int fired) {
    Map<Hypothesis, List<Because<Argument>>> arguments = new HashMap<>();
    List<Because<Explains>> explanations = new ArrayList<>();
    List<Because<Rejection>> rejections = new ArrayList<>();
    Map<Hypothesis, Justifications.Justified> hypotheses = new HashMap<>();
    for (Justifications.Justified one : justified) {
      RuleRef rule = rules.ref(one.rule());
      Derived conclusion = one.conclusion();
      if (conclusion instanceof Argument argument) {
        arguments
            .computeIfAbsent(argument.hypothesis(), key -> new ArrayList<>())
            .add(new Because<>(argument, rule));
      } else if (conclusion instanceof Explains explains) {
        explanations.add(new Because<>(explains, rule));
      } else if (conclusion instanceof Rejection rejection) {
        rejections.add(new Because<>(rejection, rule));
      } else if (conclusion instanceof Hypothesis hypothesis) {
        hypotheses.merge(hypothesis, one, Reasoner::merge);
      }
    }
    List<Claim> claims = new ArrayList<>();
    hypotheses.forEach(
        (hypothesis, one) -> {
          List<Because<Argument>> own = arguments.getOrDefault(hypothesis, new ArrayList<>());
          own.sort(
              Comparator.comparing((Because<Argument> because) -> because.conclusion().name())
                  .thenComparing(because -> because.conclusion().detail()));
          claims.add(new Claim(hypothesis, rules.ref(one.rule()), one.facts(), own));
        });
    claims.sort(
        Comparator.comparingLong((Claim claim) -> claim.hypothesis().line())
            .thenComparing(claim -> claim.hypothesis().cause())
            .thenComparing(claim -> claim.hypothesis().toString()));
    explanations.sort(Comparator.comparing(because -> because.conclusion().toString()));
    rejections.sort(
        Comparator.comparingLong(
                (Because<Rejection> because) -> because.conclusion().finding().line())
            .thenComparing(because -> because.conclusion().finding().pattern())
            .thenComparing(because -> because.rule().id()));
    return new Reasoning(claims, explanations, rejections, problems(fired));
  }

  /** Two firings with the same conclusion: the rule that comes first by name stands for both. */
  private static Justifications.Justified merge(
      Justifications.Justified a, Justifications.Justified b) {
    boolean ordered = a.rule().compareTo(b.rule()) <= 0;
    Justifications.Justified first = ordered ? a : b;
    Set<Fact> facts = new LinkedHashSet<>(first.facts());
    facts.addAll(ordered ? b.facts() : a.facts());
    return new Justifications.Justified(first.conclusion(), first.rule(), List.copyOf(facts));
  }

  private static List<Problem> problems(int fired) {
    return fired < FIRINGS
        ? List.of()
        : List.of(
            Problem.warning(
                Problem.Code.RULES_LIMIT,
                "rules",
                "the rules were stopped after " + FIRINGS + " firings",
                "a rule makes itself fire again; see 'fixpoint rules lint'"));
  }
}
