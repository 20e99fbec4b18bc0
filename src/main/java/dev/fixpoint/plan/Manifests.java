package dev.fixpoint.plan;

import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RepositoryFact.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a dependency belongs: what the failing job installs from, not what files exist. A
 * requirements file kept beside it as the minimal set gets the same line.
 */
final class Manifests {
  private Manifests() {}

  /** The manifests to edit, sorted by path; empty when the checkout does not tell. */
  static List<Manifest> toEdit(List<RepositoryFact> checkout, String ecosystem) {
    List<Manifest> all = new ArrayList<>();
    for (RepositoryFact fact : checkout) {
      if (fact instanceof Manifest manifest
          && manifest.ecosystem().equals(ecosystem)
          && !manifest.lock()) {
        all.add(manifest);
      }
    }
    List<Manifest> used = all.stream().filter(Manifest::usedByCi).toList();
    List<Manifest> chosen = new ArrayList<>(used.isEmpty() && all.size() == 1 ? all : used);
    for (Manifest manifest : all) {
      boolean minimal =
          manifest.format().equals("requirements")
              && manifest.path().endsWith("requirements-minimal.txt");
      if (minimal && !chosen.isEmpty() && !chosen.contains(manifest)) {
        chosen.add(manifest);
      }
    }
    chosen.sort((a, b) -> a.path().compareTo(b.path()));
    return chosen;
  }
}
