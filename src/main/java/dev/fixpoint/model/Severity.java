package dev.fixpoint.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one match of a pattern means for the step it stands in. */
public enum Severity {
  /** Ends the step by itself, whatever else is printed: a crash, a full disk, a missing command. */
  FATAL,
  /** Names a cause. */
  ERROR,
  /** Repeats that something failed; the cause is said elsewhere, usually above. */
  SUMMARY,
  /** Harmless alone, but may matter beside something else. */
  WARNING,
  /** A fact of the build, such as a version; never a cause. */
  NOTE;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as written in patterns. */
  public String id() {
    return id;
  }

  /** Whether a match may stand as the cause of a failure. */
  public boolean causal() {
    return this == FATAL || this == ERROR;
  }

  /** Returns the severity with this id, or empty when there is none. */
  public static Optional<Severity> of(String id) {
    return Arrays.stream(values()).filter(severity -> severity.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
