package dev.fixpoint.engine;

import dev.fixpoint.model.Problem;
import java.util.List;

/** Patterns, rules or policy cannot be used; the problems say where and why. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /**
   * @param problems what is wrong; at least one
   */
  public ConfigurationException(List<Problem> problems) {
    super(problems.get(0).sentence());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
