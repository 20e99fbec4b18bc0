package dev.fixpoint.model;

import java.util.Locale;

/** How a step, a job or a whole log ended, as far as the log tells. */
public enum Outcome {
  PASSED,
  FAILED,
  /** The log does not say. */
  UNKNOWN;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as written in reports. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
