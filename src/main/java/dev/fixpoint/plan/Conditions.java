package dev.fixpoint.plan;

import dev.fixpoint.model.Fact;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.KnownName;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RepositoryFact.DeclaredDependency;
import dev.fixpoint.model.RepositoryFact.Manifest;
import dev.fixpoint.model.RunContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges what must hold before a plan may be carried out without asking. */
final class Conditions {
  private final RunContext run;
  private final List<RepositoryFact> checkout;
  private final List<Fact> facts;
  private final Map<String, String> entities;

  Conditions(
      RunContext run,
      List<RepositoryFact> checkout,
      List<Fact> facts,
      Map<String, String> entities) {
    this.run = run;
    this.checkout = checkout;
    this.facts = facts;
    this.entities = entities;
  }

  Precondition judge(String name, List<FixAction> actions) {
    return switch (name) {
      case "checkout" ->
          new Precondition(
              name,
              !checkout.isEmpty(),
              checkout.isEmpty() ? "no checkout was given (--repo)" : "a checkout was given");
      case "manifest" -> manifest(name, actions);
      case "name-vouched" -> vouched(name);
      case "not-declared-yet" -> notDeclared(name);
      case "no-lock-beside" -> lock(name, false);
      case "lock-present" -> lock(name, true);
      case "not-a-fork" ->
          new Precondition(
              name,
              !run.fork(),
              run.fork() ? "the code comes from a fork" : "nothing says that this is a fork");
      case "tool-pinned" -> pinned(name);
      case "first-attempt" ->
          new Precondition(
              name,
              run.attempt() <= 1,
              run.attempt() <= 1
                  ? "it was not tried again yet"
                  : "this is attempt " + run.attempt());
      default -> new Precondition(name, false, "this condition cannot be judged");
    };
  }

  private Precondition manifest(String name, List<FixAction> actions) {
    List<String> paths =
        actions.stream()
            .map(action -> action.parameters().getOrDefault("manifest", ""))
            .filter(path -> !path.isEmpty() && !path.contains("{"))
            .toList();
    return new Precondition(
        name,
        !paths.isEmpty(),
        paths.isEmpty()
            ? "no manifest is known that the failing job installs from"
            : "the job installs from " + String.join(", ", paths));
  }

  /** A name from a log is used only when the tables or the repository itself vouch for it. */
  private Precondition vouched(String condition) {
    for (Fact fact : facts) {
      if (fact instanceof KnownName known && known.trust().equals("trap")) {
        return new Precondition(
            condition, false, "'" + known.value() + "' is a known trap: " + known.note());
      }
    }
    for (Fact fact : facts) {
      if (fact instanceof KnownName known && known.trust().equals("vouched")) {
        return new Precondition(
            condition, true, "'" + known.value() + "' stands in the table " + known.table());
      }
      if (fact instanceof DeclaredDependency declared) {
        return new Precondition(condition, true, declared.path() + " names " + declared.name());
      }
    }
    return new Precondition(condition, false, "nothing vouches for the name");
  }

  private Precondition notDeclared(String condition) {
    String wanted = entities.getOrDefault("distribution", entities.getOrDefault("package", ""));
    Optional<DeclaredDependency> declared =
        checkout.stream()
            .filter(DeclaredDependency.class::isInstance)
            .map(DeclaredDependency.class::cast)
            .filter(dependency -> dependency.name().equalsIgnoreCase(wanted))
            .findFirst();
    return new Precondition(
        condition,
        declared.isEmpty(),
        declared
            .map(dependency -> dependency.path() + " declares it already")
            .orElse("no manifest declares it"));
  }

  private Precondition lock(String condition, boolean wanted) {
    Optional<Manifest> lock =
        checkout.stream()
            .filter(Manifest.class::isInstance)
            .map(Manifest.class::cast)
            .filter(Manifest::lock)
            .findFirst();
    return new Precondition(
        condition,
        lock.isPresent() == wanted,
        lock.map(manifest -> "there is " + manifest.path()).orElse("there is no lock file"));
  }

  private Precondition pinned(String condition) {
    boolean pinned =
        checkout.stream()
            .anyMatch(
                fact ->
                    fact instanceof DeclaredDependency dependency
                        && dependency.name().equals(entities.getOrDefault("tool", ""))
                        && dependency.constraint().contains("="));
    return new Precondition(
        condition,
        pinned,
        pinned ? "the checkout pins the tool" : "the version that the job used is not known");
  }
}
