package dev.fixpoint.plan;

import dev.fixpoint.model.Argument;
import dev.fixpoint.model.Contribution;
import dev.fixpoint.model.Explains;
import dev.fixpoint.model.Hypothesis;
import dev.fixpoint.model.Reasoning;
import dev.fixpoint.model.Reasoning.Because;
import dev.fixpoint.model.Reasoning.Claim;
import dev.fixpoint.model.RuleRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs claims against each other.
 *
 * <p>Claims of one cause are one, however many lines say it: evidence of one source counts once.
 * The score of a cause is its prior plus its arguments, in log odds. Of the causes that nothing
 * explains at most one is the reason, so the chance of each is its share among all of them and
 * "none of these": a softmax. A last, learned correction makes the number mean what it says.
 */
final class Weigher {
  /** Claims of one cause, weighed. */
  static final class Weighed {
    final Claim lead;
    final List<Claim> claims;
    final List<Contribution> contributions = new ArrayList<>();
    final Set<Weighed> explains = new HashSet<>();
    @Nullable Weighed explainedBy;
    double score;
    double confidence;

    Weighed(Claim lead, List<Claim> claims) {
      this.lead = lead;
      this.claims = claims;
    }

    Hypothesis hypothesis() {
      return lead.hypothesis();
    }

    boolean root() {
      return explainedBy == null;
    }
  }

  private record Key(String cause, String identity, int job) {
    static Key of(Hypothesis hypothesis) {
      return new Key(hypothesis.cause(), hypothesis.identity(), hypothesis.job());
    }
  }

  private final Weights weights;

  Weigher(Weights weights) {
    this.weights = weights;
  }

  /** The causes, best first: those that nothing explains, then the symptoms. */
  List<Weighed> weigh(Reasoning reasoning) {
    Map<Key, List<Claim>> groups = new LinkedHashMap<>();
    for (Claim claim : reasoning.claims()) {
      groups.computeIfAbsent(Key.of(claim.hypothesis()), key -> new ArrayList<>()).add(claim);
    }
    Map<Key, Weighed> weighed = new LinkedHashMap<>();
    groups.forEach((key, claims) -> weighed.put(key, score(claims)));
    link(reasoning.explanations(), weighed);
    List<Weighed> all = new ArrayList<>(weighed.values());
    compete(all);
    all.sort(
        Comparator.comparing((Weighed one) -> one.root() ? 0 : 1)
            .thenComparing(one -> -one.confidence)
            .thenComparing(one -> one.hypothesis().line())
            .thenComparing(one -> one.hypothesis().cause())
            .thenComparing(one -> one.hypothesis().identity()));
    return all;
  }

  private Weighed score(List<Claim> claims) {
    Claim lead = claims.get(0);
    double best = sum(lead);
    for (Claim claim : claims) {
      if (sum(claim) > best) {
        best = sum(claim);
        lead = claim;
      }
    }
    Weighed weighed = new Weighed(lead, claims);
    Hypothesis hypothesis = lead.hypothesis();
    weighed.contributions.add(
        new Contribution(
            "prior",
            LogOdds.of(hypothesis.prior()),
            String.format(
                Locale.ROOT,
                "by itself this is right about %.0f times in 100",
                100 * hypothesis.prior()),
            lead.rule().toString()));
    for (Because<Argument> because : lead.arguments()) {
      Argument argument = because.conclusion();
      double weight = weights.of(argument.name());
      if (weight != 0) {
        weighed.contributions.add(
            new Contribution(
                argument.name(), weight, argument.detail(), because.rule().toString()));
      }
    }
    weighed.score = best;
    return weighed;
  }

  private double sum(Claim claim) {
    double sum = LogOdds.of(claim.hypothesis().prior());
    for (Because<Argument> because : claim.arguments()) {
      sum += weights.of(because.conclusion().name());
    }
    return sum;
  }

  /** Takes each explanation that does not make something explain itself; strong causes first. */
  private void link(List<Because<Explains>> explanations, Map<Key, Weighed> weighed) {
    List<Because<Explains>> sorted = new ArrayList<>(explanations);
    sorted.sort(
        Comparator.comparingDouble(
                (Because<Explains> because) -> -scoreOf(weighed, because.conclusion().cause()))
            .thenComparing(because -> because.conclusion().cause().line())
            .thenComparing(because -> because.conclusion().symptom().line())
            .thenComparing(because -> because.conclusion().toString()));
    for (Because<Explains> because : sorted) {
      Explains explains = because.conclusion();
      Weighed cause = weighed.get(Key.of(explains.cause()));
      Weighed symptom = weighed.get(Key.of(explains.symptom()));
      if (cause == null || symptom == null || follows(cause, symptom)) {
        continue;
      }
      cause.explains.add(symptom);
      if (symptom.explainedBy == null) {
        symptom.explainedBy = cause;
        symptom.contributions.add(
            contribution("explained", weights.explained(), explains.why(), because.rule()));
        symptom.score += weights.explained();
      }
    }
  }

  private static double scoreOf(Map<Key, Weighed> weighed, Hypothesis hypothesis) {
    Weighed one = weighed.get(Key.of(hypothesis));
    return one == null ? Double.NEGATIVE_INFINITY : one.score;
  }

  /** Whether the first is the second, or follows from it over any number of steps. */
  private static boolean follows(Weighed first, Weighed second) {
    for (Weighed one = first; one != null; one = one.explainedBy) {
      if (one == second) {
        return true;
      }
    }
    return false;
  }

  private static Contribution contribution(
      String name, double logOdds, String detail, RuleRef rule) {
    return new Contribution(name, logOdds, detail, rule.toString());
  }

  /** Several failures of one cause, such as three failing tests, are no rivals of each other. */
  private void compete(List<Weighed> all) {
    Map<String, Double> strongest = new LinkedHashMap<>();
    for (Weighed one : all) {
      if (one.root()) {
        strongest.merge(one.hypothesis().cause(), one.score, Math::max);
      }
    }
    for (Weighed one : all) {
      double others = 0;
      int rivals = 0;
      for (Map.Entry<String, Double> other : strongest.entrySet()) {
        if (!other.getKey().equals(one.hypothesis().cause())) {
          others += Math.exp(other.getValue());
          rivals += other.getValue() > one.score - 2 ? 1 : 0;
        }
      }
      double loss = -Math.log1p(others);
      if (loss < -0.005) {
        one.contributions.add(new Contribution("rivals", loss, rivals(rivals), ""));
      }
      double raw = one.score + loss;
      double calibrated = weights.calibrate(raw);
      if (Math.abs(calibrated - raw) > 0.005) {
        one.contributions.add(
            new Contribution("calibration", calibrated - raw, "corrected by counted outcomes", ""));
      }
      one.confidence = LogOdds.probability(calibrated);
    }
  }

  private static String rivals(int close) {
    return close == 0
        ? "other explanations are weaker"
        : close == 1 ? "another explanation comes close" : close + " other explanations come close";
  }
}
