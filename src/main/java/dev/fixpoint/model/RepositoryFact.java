package dev.fixpoint.model;

/** Something that the checkout of the repository says. Paths are relative to its root, with '/'. */
public sealed interface RepositoryFact extends Fact {

  /** The file that says it. */
  String path();

  /**
   * A file that declares or locks dependencies.
   *
   * @param path the file
   * @param ecosystem {@code python}, {@code npm}, {@code maven}, {@code gradle}, {@code go}, {@code
   *     cargo}, {@code ruby}, {@code php} or {@code dotnet}
   * @param format the sort of file, for example {@code requirements} or {@code pyproject}
   * @param lock whether it is written by a tool from another file
   * @param usedByCi whether a workflow of the repository names it
   */
  record Manifest(String path, String ecosystem, String format, boolean lock, boolean usedByCi)
      implements RepositoryFact {}

  /**
   * A dependency that a manifest or lock file names.
   *
   * @param path the file
   * @param ecosystem as for {@link Manifest}
   * @param name the name, normalised for its ecosystem
   * @param constraint the versions it allows, as written; empty when it says none
   * @param scope the group it belongs to, for example {@code dev}; empty for the main one
   */
  record DeclaredDependency(
      String path, String ecosystem, String name, String constraint, String scope)
      implements RepositoryFact {}

  /**
   * A module, package or workspace member whose source lies in the checkout.
   *
   * @param path its file or folder
   * @param ecosystem as for {@link Manifest}
   * @param name the name that code imports
   */
  record LocalModule(String path, String ecosystem, String name) implements RepositoryFact {}

  /**
   * A version of a tool that the checkout asks for.
   *
   * @param path the file
   * @param tool the tool, for example {@code python} or {@code node}
   * @param version the version as written
   */
  record PinnedTool(String path, String tool, String version) implements RepositoryFact {}

  /**
   * A step of a workflow file.
   *
   * @param path the workflow file
   * @param workflow the workflow's name
   * @param job the job's id
   * @param name the step's name, or what it runs
   * @param run the script it runs, or the empty string
   * @param uses the action it uses, or the empty string
   * @param continueOnError whether its failure is allowed
   */
  record WorkflowStep(
      String path,
      String workflow,
      String job,
      String name,
      String run,
      String uses,
      boolean continueOnError)
      implements RepositoryFact {}
}
