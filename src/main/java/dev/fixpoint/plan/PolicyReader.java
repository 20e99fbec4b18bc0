package dev.fixpoint.plan;

import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Risk;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.FieldReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a policy ({@code fixpoint.yml}) and collects everything that is wrong with it. */
public final class PolicyReader {
  private static final List<String> KEYS =
      List.of("thresholds", "risks", "max_attempts", "exclude");

  private PolicyReader() {}

  /**
   * Reads a policy. What it does not say is as in {@link Policy#DEFAULT}.
   *
   * @param text the file
   * @param path its path, for the location of problems
   * @param problems where problems go; with one the policy must not be used
   */
  public static Policy read(String text, String path, List<Problem> problems) {
    Node node;
    try {
      node = DocumentReader.yaml(text);
    } catch (SyntaxException e) {
      problems.add(
          Problem.error(
              Problem.Code.POLICY_INVALID,
              path + ":" + Math.max(1, e.line()),
              "this is no YAML: " + e.getMessage(),
              "keys are " + String.join(", ", KEYS)));
      return Policy.DEFAULT;
    }
    FieldReader file =
        new FieldReader(node.asFields(), path, Problem.Code.POLICY_INVALID, problems);
    if (!(node instanceof Node.Fields) && !text.isBlank()) {
      file.wrongAt(node.line(), "a policy is a mapping of keys", "see the README");
    }
    file.only(KEYS);
    FieldReader thresholds = file.child("thresholds");
    thresholds.only(List.of("act", "suggest", "rerun"));
    Policy standard = Policy.DEFAULT;
    Policy policy =
        new Policy(
            share(thresholds, "act", standard.act()),
            share(thresholds, "suggest", standard.suggest()),
            share(thresholds, "rerun", standard.rerun()),
            risks(file),
            file.fields().get("max_attempts").isEmpty()
                ? standard.maxAttempts()
                : file.integer("max_attempts", 1, 50),
            file.texts("exclude"));
    contradictions(policy, thresholds, path, problems);
    return policy;
  }

  private static double share(FieldReader thresholds, String name, double otherwise) {
    return thresholds.fields().get(name).isEmpty() ? otherwise : thresholds.number(name, 0, 1);
  }

  private static Set<Risk> risks(FieldReader file) {
    if (file.fields().get("risks").isEmpty()) {
      return Policy.DEFAULT.risks();
    }
    Set<Risk> risks = EnumSet.noneOf(Risk.class);
    for (String word : file.texts("risks")) {
      Risk.of(word)
          .ifPresentOrElse(
              risks::add,
              () ->
                  file.wrong(
                      "risks",
                      "'" + word + "' is no risk",
                      "one of "
                          + String.join(
                              ", ", Arrays.stream(Risk.values()).map(Risk::id).toList())));
    }
    return risks;
  }

  private static void contradictions(
      Policy policy, FieldReader thresholds, String path, List<Problem> problems) {
    if (policy.act() < policy.suggest()) {
      problems.add(
          Problem.error(
              Problem.Code.POLICY_CONTRADICTION,
              path + ":" + Math.max(1, thresholds.fields().lineOf("act")),
              "it would act at " + policy.act() + " but suggest only at " + policy.suggest(),
              "acting needs at least the confidence of suggesting"));
    }
    if (policy.act() < 0.5 && policy.risks().contains(Risk.WORKFLOW)) {
      problems.add(
          Problem.error(
              Problem.Code.POLICY_CONTRADICTION,
              path + ":" + Math.max(1, thresholds.fields().lineOf("act")),
              "it would change workflows at a confidence below one half",
              "raise 'act', or take 'workflow' from the risks"));
    }
  }
}
