package dev.fixpoint.reason;

import dev.fixpoint.model.Derived;
import dev.fixpoint.model.Fact;
import java.util.ArrayList;
import java.util.List;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystem;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.beliefsystem.BeliefSet;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/**
 * Asks the truth maintenance of a session which rule and which facts stand behind each conclusion
 * that still holds. A conclusion whose support was withdrawn is not there any more, so nothing
 * needs to be traced while rules fire.
 */
final class Justifications {
  private Justifications() {}

  /**
   * A conclusion that holds.
   *
   * @param conclusion the conclusion
   * @param rule the name of the rule that drew it
   * @param facts the facts that made the rule fire, in the order of its conditions
   */
  record Justified(Derived conclusion, String rule, List<Fact> facts) {}

  /** All conclusions that hold; one that several firings support comes once for each. */
  static List<Justified> of(KieSession session) {
    TruthMaintenanceSystem tms =
        TruthMaintenanceSystemFactory.get()
            .getOrCreateTruthMaintenanceSystem((ReteEvaluator) session);
    List<Justified> justified = new ArrayList<>();
    for (EqualityKey key : tms.getEqualityKeys()) {
      if (key.getStatus() == EqualityKey.JUSTIFIED
          && key instanceof TruthMaintenanceSystemEqualityKey logical) {
        add(logical.getBeliefSet(), justified);
      }
    }
    return justified;
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // the belief sets of Drools are raw
  private static void add(BeliefSet beliefs, List<Justified> justified) {
    if (beliefs == null) {
      return;
    }
    // The set's own iterator casts its entries to tuples and fails on them, so the links are
    // followed.
    for (SimpleMode mode = (SimpleMode) beliefs.getFirst(); mode != null; mode = mode.getNext()) {
      LogicalDependency<?> dependency = mode.getObject();
      Match match = dependency.getJustifier();
      if (beliefs.getFactHandle().getObject() instanceof Derived conclusion) {
        justified.add(new Justified(conclusion, match.getRule().getName(), facts(match)));
      }
    }
  }

  private static List<Fact> facts(Match match) {
    List<Fact> facts = new ArrayList<>();
    for (Object object : match.getObjects()) {
      if (object instanceof Fact fact) {
        facts.add(fact);
      }
    }
    return facts;
  }
}
