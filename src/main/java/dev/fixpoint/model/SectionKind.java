package dev.fixpoint.model;

import java.util.Locale;

/** The levels into which a log is cut. */
public enum SectionKind {
  /** Everything that belongs to no job. */
  LOG,
  /** One job of a run. */
  JOB,
  /** One command, step or stage: the smallest unit that ends well or badly. */
  STEP;

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
