package dev.fixpoint.plan;

/** Probabilities as log odds, in which independent evidence adds up. */
final class LogOdds {
  private static final double EDGE = 1e-4;

  private LogOdds() {}

  static double of(double probability) {
    double p = Math.min(1 - EDGE, Math.max(EDGE, probability));
    return Math.log(p / (1 - p));
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
