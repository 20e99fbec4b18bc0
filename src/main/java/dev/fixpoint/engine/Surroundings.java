package dev.fixpoint.engine;

import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RunContext;
import java.util.List;
import java.util.Set;

/**
 * What is known beside a log.
 *
 * @param run what is known of the run
 * @param checkout the checkout of the repository
 */
public record Surroundings(RunContext run, Checkout checkout) {
  /** Nothing is known. */
  public static final Surroundings NONE =
      new Surroundings(RunContext.UNKNOWN, (document, run, names, problems) -> List.of());

  /** Tells what a checkout says. */
  @FunctionalInterface
  public interface Checkout {
    /**
     * Asks the checkout.
     *
     * @param document the log
     * @param run what is known of the run
     * @param names names that the log mentions; nothing needs to be said of others
     * @param problems where problems go
     */
    List<RepositoryFact> facts(
        LogDocument document, RunContext run, Set<String> names, List<Problem> problems);
  }
}
