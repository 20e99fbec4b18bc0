package dev.fixpoint.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the build broke.
 *
 * @param id its name inside one record, for example {@code d1}
 * @param cause the id of the cause
 * @param kind the sort of trouble
 * @param title one line for people
 * @param confidence how likely it is right, 0 to 1
 * @param contributions the terms of the confidence, in order
 * @param root whether nothing else explains it
 * @param status how far what it stands on is trusted
 * @param generic whether it only says that something failed
 * @param evidence the lines that prove it, the one to show first in front; at least one
 * @param matches how many lines prove it, those that are not kept included
 * @param entities the names that matter, by their role
 * @param explains the ids of the diagnoses that follow from it
 * @param explainedBy the id of the diagnosis it follows from, or null
 * @param fingerprint the stable identity of this failure, 16 hex digits
 * @param rule the rule that made it
 * @param fix what to do about it, or null
 */
public record Diagnosis(
    String id,
    String cause,
    Kind kind,
    String title,
    double confidence,
    List<Contribution> contributions,
    boolean root,
    Status status,
    boolean generic,
    List<Evidence> evidence,
    int matches,
    Map<String, String> entities,
    List<String> explains,
    @Nullable String explainedBy,
    String fingerprint,
    RuleRef rule,
    @Nullable FixPlan fix) {
  public Diagnosis {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a diagnosis without evidence: " + cause);
    }
    contributions = List.copyOf(contributions);
    evidence = List.copyOf(evidence);
    entities = Map.copyOf(entities);
    explains = List.copyOf(explains);
  }
}
