package dev.fixpoint.plan;

import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.FixTemplate;
import dev.fixpoint.model.Fact;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.Hypothesis;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RepositoryFact.Manifest;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.Status;
import dev.fixpoint.model.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills fix templates in from a diagnosis and from what the checkout says. */
final class FixPlanner {
  private static final String MANIFEST = "{manifest}";

  private final Catalog catalog;
  private final RunContext run;
  private final List<RepositoryFact> checkout;

  FixPlanner(Catalog catalog, RunContext run, List<RepositoryFact> checkout) {
    this.catalog = catalog;
    this.run = run;
    this.checkout = checkout;
  }

  /**
   * Makes the plan of a hypothesis.
   *
   * @param hypothesis what is to be remedied
   * @param facts what it stands on
   * @param entities the names that fill the template
   * @param confidence how likely the hypothesis is right
   * @return the plan, or null when the hypothesis names no remedy
   */
  @Nullable FixPlan plan(
      Hypothesis hypothesis, List<Fact> facts, Map<String, String> entities, double confidence) {
    Optional<FixTemplate> found = catalog.fix(hypothesis.fix());
    if (found.isEmpty()) {
      return null;
    }
    FixTemplate template = found.get();
    List<FixAction> actions = new ArrayList<>();
    for (FixAction action : template.actions()) {
      actions.addAll(expand(action, entities));
    }
    Conditions conditions = new Conditions(run, checkout, facts, entities);
    List<Precondition> preconditions = new ArrayList<>();
    for (String need : template.needs()) {
      preconditions.add(conditions.judge(need, actions));
    }
    boolean edits =
        actions.stream()
            .anyMatch(action -> action.verb() != Verb.RERUN && action.verb() != Verb.ADVISE);
    if (edits && !template.needs().contains("checkout")) {
      // Whatever a template says: nothing is edited that is not there.
      preconditions.add(conditions.judge("checkout", actions));
    }
    boolean filled =
        actions.stream()
            .flatMap(action -> action.parameters().values().stream())
            .noneMatch(value -> value.contains("{"));
    if (template.status() != Status.STABLE) {
      preconditions.add(
          new Precondition("stable", false, "the remedy itself is " + template.status()));
    }
    if (!filled) {
      preconditions.add(
          new Precondition("complete", false, "a name that the remedy needs is not known"));
    }
    return new FixPlan(
        template.id(),
        template.version(),
        fill(template.title(), entities),
        fill(template.advice(), entities),
        template.risk(),
        actions,
        preconditions,
        fill(template.verification(), entities),
        confidence * template.confidence());
  }

  /** An action on a manifest is done on every manifest that the failing job installs from. */
  private List<FixAction> expand(FixAction action, Map<String, String> entities) {
    if (!action.parameters().containsValue(MANIFEST)) {
      return List.of(filled(action, entities));
    }
    String ecosystem = action.parameters().getOrDefault("ecosystem", "");
    List<FixAction> actions = new ArrayList<>();
    for (Manifest manifest : Manifests.toEdit(checkout, ecosystem)) {
      Map<String, String> more = new TreeMap<>(entities);
      more.put("manifest", manifest.path());
      actions.add(filled(action, more));
    }
    return actions.isEmpty() ? List.of(filled(action, entities)) : actions;
  }

  private static FixAction filled(FixAction action, Map<String, String> entities) {
    Map<String, String> parameters = new TreeMap<>();
    action.parameters().forEach((name, value) -> parameters.put(name, fill(value, entities)));
    return new FixAction(action.verb(), parameters);
  }

  /** Puts entities in place of {@code {name}}; an unknown name stays as it is. */
  static String fill(String text, Map<String, String> entities) {
    String result = text;
    for (Map.Entry<String, String> entity : entities.entrySet()) {
      result = result.replace("{" + entity.getKey() + "}", entity.getValue());
    }
    return result;
  }
}
