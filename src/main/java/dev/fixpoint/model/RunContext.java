package dev.fixpoint.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the run beside its steps. An unknown value is the empty string or {@code false}.
 *
 * @param repository the repository as {@code owner/name}
 * @param workflow the name of the workflow or pipeline
 * @param event what started the run, for example {@code push}
 * @param branch the branch it ran on
 * @param attempt which attempt this is, 1-based; 0 when unknown
 * @param fork whether the code came from a fork, so that nothing in it may be trusted
 */
public record RunContext(
    String repository, String workflow, String event, String branch, int attempt, boolean fork)
    implements Fact {

  /** Nothing is known. */
  public static final RunContext UNKNOWN = new RunContext("", "", "", "", 0, false);

  /** This context, with what it does not know taken from another. */
  public RunContext orElse(RunContext other) {
    return new RunContext(
        repository.isEmpty() ? other.repository : repository,
        workflow.isEmpty() ? other.workflow : workflow,
        event.isEmpty() ? other.event : event,
        branch.isEmpty() ? other.branch : branch,
        attempt == 0 ? other.attempt : attempt,
        fork || other.fork);
  }

  /** The known values by name, sorted. */
  public Map<String, String> known() {
    Map<String, String> known = new TreeMap<>();
    known.put("repository", repository);
    known.put("workflow", workflow);
    known.put("event", event);
    known.put("branch", branch);
    known.put("attempt", attempt == 0 ? "" : String.valueOf(attempt));
    known.put("fork", fork ? "true" : "");
    known.values().removeIf(String::isEmpty);
    return known;
  }
}
