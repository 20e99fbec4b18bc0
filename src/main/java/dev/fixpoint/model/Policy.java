package dev.fixpoint.model;

import java.util.List;
import java.util.Set;

/**
 * What this installation allows.
 *
 * @param act a plan may be carried out only at a confidence above this, 0 to 1
 * @param suggest a plan is suggested only at a confidence of at least this, 0 to 1
 * @param rerun a re-run is asked for only at a confidence of at least this, 0 to 1
 * @param risks the risks that may be taken without asking
 * @param maxAttempts a run is not tried again at or beyond this attempt
 * @param excludedCauses causes, or their prefixes ended by {@code *}, that always go to people
 */
public record Policy(
    double act,
    double suggest,
    double rerun,
    Set<Risk> risks,
    int maxAttempts,
    List<String> excludedCauses) {

  /** What holds when nothing is configured. */
  public static final Policy DEFAULT =
      new Policy(
          0.70,
          0.40,
          0.50,
          Set.of(Risk.NONE, Risk.LAYOUT, Risk.LOCK, Risk.DEPENDENCY),
          2,
          List.of());

  public Policy {
    risks = Set.copyOf(risks);
    excludedCauses = List.copyOf(excludedCauses);
  }

  /** Whether a cause always goes to people. */
  public boolean excludes(String cause) {
    return excludedCauses.stream()
        .anyMatch(
            excluded ->
                excluded.endsWith("*")
                    ? cause.startsWith(excluded.substring(0, excluded.length() - 1))
                    : cause.equals(excluded));
  }
}
