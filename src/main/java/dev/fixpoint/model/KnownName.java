package dev.fixpoint.model;

import java.util.Locale;

/**
 * What the tables of facts know of a name that a log mentions.
 *
 * @param table the table, for example {@code python.distributions}
 * @param name the name as the log has it
 * @param key the entry that answered: the name itself, or the longest dotted prefix of it
 * @param value the answer, for example the distribution that provides a module
 * @param trust {@code vouched} when checked by hand, {@code trap} when the answer must not be used,
 *     otherwise {@code hint}
 * @param note a remark for people, or the empty string
 */
public record KnownName(
    String table, String name, String key, String value, String trust, String note)
    implements Fact {
  /** Whether the whole name answered, not a prefix of it. */
  public boolean wholeName() {
    return key.equals(name);
  }

  /**
   * The answer as package indexes compare names: small letters, dots, dashes and underscores one.
   */
  public String normalValue() {
    return value.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }
}
