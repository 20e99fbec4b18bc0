package dev.fixpoint.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a pattern, rule or fix is trusted. Power follows status: only stable ones may act. */
public enum Status {
  /** May diagnose and suggest. */
  EXPERIMENTAL,
  /** May also act, where the policy allows it. */
  STABLE,
  /** Still matches, never fixes; its replacement is named. */
  DEPRECATED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as written in patterns and rules. */
  public String id() {
    return id;
  }

  /** Returns the status with this id, or empty when there is none. */
  public static Optional<Status> of(String id) {
    return Arrays.stream(values()).filter(status -> status.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
