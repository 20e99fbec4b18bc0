package dev.fixpoint.model;

/**
 * Names one version of one pattern.
 *
 * @param id the pattern's id, for example {@code npm.missing-script}
 * @param version the version of its meaning, 1-based
 */
public record PatternRef(String id, int version) {
  @Override
  public String toString() {
    return id + "@" + version;
  }
}
