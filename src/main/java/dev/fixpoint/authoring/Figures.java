package dev.fixpoint.authoring;

import java.util.List;
import java.util.function.Predicate;

/**
 * How often Fixpoint is right on some logs. Shares are 0 to 1.
 *
 * @param logs how many failed logs count
 * @param evidence1 share whose first diagnosis shows an accepted line
 * @param evidence3 share where one of the first three does
 * @param kind1 share whose first diagnosis has an accepted kind
 * @param kind3 share where one of the first three has
 * @param right1 share where both are accepted
 * @param brier mean squared distance of confidence from being right
 * @param ece expected calibration error over ten bins of confidence (Naeini et al. 2015)
 * @param precision share that is right among those of confidence 0.8 and more
 * @param coverage share that has confidence 0.8 and more
 * @param passed how many logs of passed builds there are
 * @param falseAlarms how many of them would have raised an alarm
 * @param harmful how many verdicts would act where they must not
 */
public record Figures(
    int logs,
    double evidence1,
    double evidence3,
    double kind1,
    double kind3,
    double right1,
    double brier,
    double ece,
    double precision,
    double coverage,
    int passed,
    int falseAlarms,
    int harmful) {

  private static final int BINS = 10;
  private static final double SURE = 0.8;

  /** The figures of some cases. */
  public static Figures of(List<Evaluation.Case> cases) {
    List<Evaluation.Case> failed = cases.stream().filter(Evaluation.Case::counts).toList();
    List<Evaluation.Case> sure = failed.stream().filter(one -> one.confidence() >= SURE).toList();
    return new Figures(
        failed.size(),
        share(failed, Evaluation.Case::evidence1),
        share(failed, Evaluation.Case::evidence3),
        share(failed, Evaluation.Case::kind1),
        share(failed, Evaluation.Case::kind3),
        share(failed, Evaluation.Case::right1),
        brier(failed),
        ece(failed),
        share(sure, Evaluation.Case::right1),
        share(failed, one -> one.confidence() >= SURE),
        count(cases, one -> !one.failed()),
        count(cases, Evaluation.Case::falseAlarm),
        count(cases, Evaluation.Case::harmful));
  }

  private static int count(List<Evaluation.Case> cases, Predicate<Evaluation.Case> what) {
    return (int) cases.stream().filter(what).count();
  }

  private static double share(List<Evaluation.Case> cases, Predicate<Evaluation.Case> what) {
    return cases.isEmpty() ? 0 : (double) count(cases, what) / cases.size();
  }

  private static double brier(List<Evaluation.Case> cases) {
    return cases.stream()
        .mapToDouble(one -> Math.pow(one.confidence() - (one.right1() ? 1 : 0), 2))
        .average()
        .orElse(0);
  }

  private static double ece(List<Evaluation.Case> cases) {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int number = bin;
      List<Evaluation.Case> inside =
          cases.stream()
              .filter(one -> Math.min(BINS - 1, (int) (one.confidence() * BINS)) == number)
              .toList();
      if (!inside.isEmpty()) {
        double confidence =
            inside.stream().mapToDouble(Evaluation.Case::confidence).average().orElse(0);
        double right = share(inside, Evaluation.Case::right1);
        error += Math.abs(confidence - right) * inside.size() / cases.size();
      }
    }
    return error;
  }
}
