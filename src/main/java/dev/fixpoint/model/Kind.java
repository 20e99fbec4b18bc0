package dev.fixpoint.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What sort of trouble broke a build. The list is closed: reports, labels and policies share it.
 */
public enum Kind {
  COMPILE("source does not compile, syntax and type checks included"),
  LINK("the linker cannot put the parts together"),
  TEST("a test says the code is wrong"),
  TEST_CRASH("the program or the compiler under test crashed"),
  LINT("a linter found something"),
  FORMAT("a formatter would change files"),
  DEPENDENCY_MISSING("something needed was never installed"),
  DEPENDENCY_UNRESOLVABLE("something declared cannot be obtained"),
  DEPENDENCY_CONFLICT("versions, or the interfaces of versions, clash"),
  LOCK_DRIFT("a lock file or checksum does not match"),
  TOOL_MISSING("a command is not on the machine"),
  TOOL_VERSION("a tool or runtime has the wrong version"),
  NETWORK("something remote could not be reached"),
  RATE_LIMIT("a service refused because of too many requests"),
  TIMEOUT("something took longer than it may"),
  MEMORY("memory ran out"),
  DISK("the disk is full"),
  RUNNER("the machine that runs the job failed"),
  CANCELLED("somebody or something stopped the run"),
  AUTH("credentials are missing, wrong or not allowed to do this"),
  PERMISSION("a local file may not be read, written or run"),
  GIT("git could not do what was asked"),
  CONTAINER("an image or container could not be built, found or started"),
  WORKFLOW_CONFIG("the configuration of the CI itself is wrong"),
  PROJECT_CONFIG("the configuration of a tool in the project is wrong"),
  FILE_MISSING("a file that is needed does not exist"),
  SERVICE("a service that the job needs is not up"),
  DEPLOY("a release, upload or deployment failed"),
  QUALITY_GATE("a threshold or policy is not met"),
  GENERATED_DRIFT("generated files differ from what their generator writes"),
  SCRIPT("the project's own script decided to fail"),
  RUNTIME("a program ended with an exception, outside of tests"),
  UNKNOWN("nothing known explains it");

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String meaning;

  Kind(String meaning) {
    this.meaning = meaning;
  }

  /** The name as written in patterns, labels and reports, for example {@code test-crash}. */
  public String id() {
    return id;
  }

  /** One clause that says when this kind applies. */
  public String meaning() {
    return meaning;
  }

  /** Returns the kind with this id, or empty when there is none. */
  public static Optional<Kind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
