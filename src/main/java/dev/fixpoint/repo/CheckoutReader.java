package dev.fixpoint.repo;

import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RepositoryFact.Manifest;
import dev.fixpoint.model.RepositoryFact.WorkflowStep;
import dev.fixpoint.model.RunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the facts of one checkout. */
public final class CheckoutReader {
  private static final Pattern REMOTE =
      Pattern.compile("url = .*[:/]([\\w.-]+/[\\w.-]+?)(?:\\.git)?\\s*$", Pattern.MULTILINE);

  private final Path root;

  /**
   * @param root the top folder of the checkout
   */
  public CheckoutReader(Path root) {
    this.root = root;
  }

  /** The top folder of the work tree around a folder, or empty when there is none. */
  public static Optional<Path> workTree(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads the facts that matter for a log.
   *
   * @param document the log
   * @param run what is known of the run
   * @param names names that the log mentions; of others nothing is said
   * @param problems where problems go
   * @return the facts, in a fixed order; none when the log is of another repository
   */
  public List<RepositoryFact> facts(
      LogDocument document, RunContext run, Set<String> names, List<Problem> problems) {
    try {
      Optional<String> foreign = foreign(run);
      if (foreign.isPresent()) {
        problems.add(
            Problem.note(
                Problem.Code.CHECKOUT_FOREIGN,
                root.toString(),
                "the log is of " + run.repository() + ", the checkout of " + foreign.get(),
                "the checkout is left out; name the right one with --repo"));
        return List.of();
      }
      FileList files = FileList.of(root);
      List<RepositoryFact> facts = new ArrayList<>();
      List<WorkflowStep> steps = Workflows.read(files);
      facts.addAll(manifests(files, commands(document, steps)));
      facts.addAll(DependencyReader.read(files, names));
      facts.addAll(LocalModules.find(files, names));
      facts.addAll(PinnedTools.read(files));
      facts.addAll(steps);
      return facts;
    } catch (IOException e) {
      problems.add(
          Problem.warning(
              Problem.Code.CHECKOUT_UNREADABLE,
              root.toString(),
              "the checkout cannot be read: " + e.getMessage(),
              "the log is analysed without it"));
      return List.of();
    }
  }

  /** The checkout's repository, when both it and the log's are known and differ. */
  private Optional<String> foreign(RunContext run) throws IOException {
    Path config = root.resolve(".git").resolve("config");
    if (run.repository().isEmpty() || !Files.isRegularFile(config)) {
      return Optional.empty();
    }
    Matcher remote = REMOTE.matcher(Files.readString(config));
    if (!remote.find()) {
      return Optional.empty();
    }
    // A fork has another owner, but keeps the name.
    String here = remote.group(1);
    return lastSegment(here).equals(lastSegment(run.repository()))
        ? Optional.empty()
        : Optional.of(here);
  }

  private static String lastSegment(String repository) {
    return repository.substring(repository.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** Everything the CI runs, as far as the log or the workflow files show it. */
  private static String commands(LogDocument document, List<WorkflowStep> steps) {
    StringBuilder commands = new StringBuilder();
    for (LogSection section : document.sections()) {
      commands.append(section.command()).append('\n');
    }
    for (WorkflowStep step : steps) {
      commands.append(step.run()).append('\n');
    }
    return commands.toString();
  }

  private static List<Manifest> manifests(FileList files, String commands) {
    List<Manifest> manifests = new ArrayList<>();
    for (String path : files.paths()) {
      ManifestFormat.of(path)
          .ifPresent(
              format ->
                  manifests.add(
                      new Manifest(
                          path,
                          format.ecosystem(),
                          format.format(),
                          format.lock(),
                          used(path, format, commands))));
    }
    manifests.sort(Comparator.comparing(Manifest::path));
    return manifests;
  }

  /** A requirements file is used when a command names it; the manifest of a project always is. */
  private static boolean used(String path, ManifestFormat format, String commands) {
    return !format.format().equals("requirements")
        || commands.contains(path)
        || commands.contains(path.substring(path.lastIndexOf('/') + 1));
  }
}
