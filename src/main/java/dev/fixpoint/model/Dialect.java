package dev.fixpoint.model;

import java.util.Locale;

/** The CI system, or its absence, whose markers a log carries. */
public enum Dialect {
  GITHUB_ACTIONS,
  GITLAB,
  JENKINS,
  TRAVIS,
  AZURE,
  CIRCLECI,
  BUILDKITE,
  ZUUL,
  TASKCLUSTER,
  /** The bare output of commands. */
  PLAIN;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name as written in patterns and reports, for example {@code github-actions}. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
