package dev.fixpoint.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The closed set of things a fix may do, each with the parameters it needs.
 *
 * <p>None of them runs text that came from a log or a pattern.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that cannot change
public enum Verb {
  ADD_DEPENDENCY("ecosystem", "name", "manifest"),
  SET_CONSTRAINT("ecosystem", "name", "constraint"),
  RELOCK("tool"),
  RUN_FORMATTER("tool"),
  RUN_AUTOFIX("tool"),
  REGENERATE(),
  SET_TOOL_VERSION("tool", "version"),
  SET_WORKFLOW_INPUT("input", "value"),
  ADD_WORKFLOW_STEP("step"),
  ADD_SYSTEM_PACKAGE("package"),
  SET_FILE_MODE("path"),
  SET_GIT_ATTRIBUTE("pattern", "attribute"),
  RERUN(),
  ADVISE();

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final List<String> parameters;

  Verb(String... parameters) {
    this.parameters = List.of(parameters);
  }

  /** The name as written in fix templates, for example {@code add-dependency}. */
  public String id() {
    return id;
  }

  /** The parameters without which it cannot be carried out. */
  public List<String> parameters() {
    return parameters;
  }

  /** Returns the verb with this id, or empty when there is none. */
  public static Optional<Verb> of(String id) {
    return Arrays.stream(values()).filter(verb -> verb.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
