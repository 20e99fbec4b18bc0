package dev.fixpoint.cli;

import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.engine.Knowledge;
import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Problem;
import dev.fixpoint.plan.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Patterns, rules and policy as the options name them. */
final class KnowledgeLoader {
  private static final String POLICY = "fixpoint.yml";

  private KnowledgeLoader() {}

  static Knowledge knowledge(ParseResult args, Session session)
      throws ConfigurationException, IOException {
    Path patterns = folder(args, session, "--patterns");
    Path rules = folder(args, session, "--rules");
    return patterns == null && rules == null
        ? Knowledge.bundled()
        : Knowledge.of(patterns, rules, session.cache());
  }

  private static @Nullable Path folder(ParseResult args, Session session, String option)
      throws ConfigurationException {
    String name = Options.get(args, option, "");
    if (name.isEmpty()) {
      return null;
    }
    Path folder = session.path(name);
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          List.of(
              Problem.error(
                  Problem.Code.INPUT_UNREADABLE,
                  name,
                  "there is no such folder",
                  "check " + option)));
    }
    return folder;
  }

  /**
   * The policy that was named, or else {@code fixpoint.yml} of the current folder, or the default.
   */
  static Policy policy(ParseResult args, Session session)
      throws ConfigurationException, IOException {
    String name = Options.get(args, "--policy", "");
    Path file = session.path(name.isEmpty() ? POLICY : name);
    if (!Files.exists(file)) {
      if (name.isEmpty()) {
        return Policy.DEFAULT;
      }
      throw new ConfigurationException(
          List.of(
              Problem.error(
                  Problem.Code.POLICY_INVALID, name, "there is no such file", "check --policy")));
    }
    List<Problem> problems = new ArrayList<>();
    Policy policy =
        PolicyReader.read(Files.readString(file), name.isEmpty() ? POLICY : name, problems);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return policy;
  }
}
