package dev.fixpoint.model;

/**
 * Names one version of one rule.
 *
 * @param id the rule's id, for example {@code python.module-missing}
 * @param version the version of its meaning, 1-based
 */
public record RuleRef(String id, int version) {
  @Override
  public String toString() {
    return id + "@" + version;
  }
}
