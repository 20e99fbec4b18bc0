package dev.fixpoint.model;

import java.util.List;
import java.util.Map;

/**
 * The matches of one pattern in one section that mean the same: equal in all captures that the
 * pattern groups by.
 *
 * @param pattern the pattern's id
 * @param version the pattern's version
 * @param status how far the pattern is trusted
 * @param kind the sort of trouble it stands for
 * @param severity what it means for its step
 * @param weight how sure one match makes us that this is the cause, 0 to 1
 * @param cause the cause that a match names by itself, or the empty string
 * @param fix the template of its remedy, or the empty string
 * @param title one line for people, captures filled in
 * @param section the id of the section
 * @param job the id of the job around it, or 0
 * @param outcome how the section ended
 * @param tolerated whether the section's failure does not count
 * @param echoed whether all matches stand in the echo of a script
 * @param line the position of the first match
 * @param lastLine the position of the last match that was kept
 * @param count how many matches there were
 * @param identity the captures that group, normalised: equal for equal failures
 * @param captures what the first match captured
 * @param occurrences the matches that were kept, in the order of their lines; at least one
 */
public record Finding(
    String pattern,
    int version,
    Status status,
    Kind kind,
    Severity severity,
    double weight,
    String cause,
    String fix,
    String title,
    int section,
    int job,
    Outcome outcome,
    boolean tolerated,
    boolean echoed,
    long line,
    long lastLine,
    int count,
    String identity,
    Map<String, String> captures,
    List<Occurrence> occurrences)
    implements Fact {
  public Finding {
    captures = Map.copyOf(captures);
    occurrences = List.copyOf(occurrences);
    if (occurrences.isEmpty()) {
      throw new IllegalArgumentException("a finding without a match: " + pattern);
    }
  }

  /** What the first match captured under a name, or the empty string. */
  public String capture(String name) {
    return captures.getOrDefault(name, "");
  }

  /** The part of the id before the first dot: the tool that prints the line. */
  public String tool() {
    return pattern.substring(0, pattern.indexOf('.'));
  }

  /** Whether the section failed and its failure counts. */
  public boolean failing() {
    return outcome == Outcome.FAILED && !tolerated;
  }

  /** Whether a match may stand as the cause of a failure: it names one and is real output. */
  public boolean causal() {
    return severity.causal() && !echoed;
  }

  /** The pattern and its version. */
  public PatternRef ref() {
    return new PatternRef(pattern, version);
  }
}
