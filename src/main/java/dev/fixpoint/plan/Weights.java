package dev.fixpoint.plan;

import java.util.Map;
import java.util.TreeMap;

/**
 * How much each argument weighs, in log odds. The numbers are data ({@code rules/weights.yaml}), so
 * that counting outcomes can correct them without touching a rule.
 */
public final class Weights {
  private static final String SHIFT = "calibration.shift";
  private static final String SLOPE = "calibration.slope";
  private static final String EXPLAINED = "explained";

  private final Map<String, Double> byName;

  /**
   * @param byName the weights by the name of the argument
   */
  public Weights(Map<String, Double> byName) {
    this.byName = new TreeMap<>(byName);
  }

  /** The weight of an argument; 0 when nobody gave it one. */
  double of(String argument) {
    return byName.getOrDefault(argument, 0.0);
  }

  /** What being the symptom of something else counts. */
  double explained() {
    return of(EXPLAINED);
  }

  /** The correction learned from counted outcomes: experts and rules are sure too early. */
  double calibrate(double logOdds) {
    return of(SHIFT) + byName.getOrDefault(SLOPE, 1.0) * logOdds;
  }
}
