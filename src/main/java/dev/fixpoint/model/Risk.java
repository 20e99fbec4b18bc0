package dev.fixpoint.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a fix could break, from nothing to a lot. */
public enum Risk {
  /** Changes no file: a re-run, an advice. */
  NONE,
  /** Changes only layout: formatters. */
  LAYOUT,
  /** Changes only what a tool writes: lock files, generated files. */
  LOCK,
  /** Changes what is installed. */
  DEPENDENCY,
  /** Changes source or configuration. */
  SOURCE,
  /** Changes how the CI runs. */
  WORKFLOW;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name as written in fix templates and policies. */
  public String id() {
    return id;
  }

  /** Returns the risk with this id, or empty when there is none. */
  public static Optional<Risk> of(String id) {
    return Arrays.stream(values()).filter(risk -> risk.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
