package dev.fixpoint.model;

import java.util.List;

/**
 * The audit entry of one analysis: what was read, what was concluded, and by what.
 *
 * @param document what is known of the log
 * @param run what is known of the run
 * @param checkout the facts that the checkout gave; empty when there was none
 * @param policy what was allowed
 * @param verdict what is to be done
 * @param diagnoses why it broke, best first
 * @param rejected findings that were set aside, and why
 * @param problems what was wrong with input and configuration
 * @param versions what made the record
 * @param timings how long it took
 */
public record AnalysisRecord(
    LogDocument document,
    RunContext run,
    List<RepositoryFact> checkout,
    Policy policy,
    Verdict verdict,
    List<Diagnosis> diagnoses,
    List<Rejected> rejected,
    List<Problem> problems,
    Versions versions,
    Timings timings) {
  public AnalysisRecord {
    checkout = List.copyOf(checkout);
    diagnoses = List.copyOf(diagnoses);
    rejected = List.copyOf(rejected);
    problems = List.copyOf(problems);
  }
}
