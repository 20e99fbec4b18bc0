package dev.fixpoint.reason;

import dev.fixpoint.model.RuleRef;
import dev.fixpoint.model.Status;

/**
 * What is known of a rule beside its logic.
 *
 * @param id its name, unique over all files
 * @param version the version of its meaning, 1-based
 * @param status how far it is trusted
 * @param since the release it came with
 * @param author who answers for it
 * @param describe one sentence for people: what it concludes and when
 * @param file its file, relative to the folder of rules
 * @param line the line of its name
 * @param digest the digest of its conditions and its conclusion
 */
public record RuleInfo(
    String id,
    int version,
    Status status,
    String since,
    String author,
    String describe,
    String file,
    int line,
    String digest) {

  /** The id and the version. */
  public RuleRef ref() {
    return new RuleRef(id, version);
  }
}
