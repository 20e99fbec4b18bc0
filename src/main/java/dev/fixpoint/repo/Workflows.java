package dev.fixpoint.repo;

import dev.fixpoint.model.RepositoryFact.WorkflowStep;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads the steps of GitHub workflow files. */
final class Workflows {
  private Workflows() {}

  /** All steps, in the order of files, jobs and steps. */
  static List<WorkflowStep> read(FileList files) {
    List<WorkflowStep> steps = new ArrayList<>();
    for (String path : files.paths()) {
      boolean workflow =
          path.startsWith(".github/workflows/")
              && (path.endsWith(".yml") || path.endsWith(".yaml"));
      if (workflow) {
        add(path, tree(files.text(path)), steps);
      }
    }
    return steps;
  }

  /** The CI refuses a broken file with a message of its own, which a pattern explains. */
  private static Node.Fields tree(String text) {
    try {
      return DocumentReader.yaml(text).asFields();
    } catch (SyntaxException e) {
      return Node.Fields.NONE;
    }
  }

  private static void add(String path, Node.Fields workflow, List<WorkflowStep> steps) {
    Node.Fields jobs = workflow.fields("jobs");
    for (String id : jobs.fields().keySet()) {
      Node.Fields job = jobs.fields(id);
      boolean jobMayFail = flag(job);
      for (Node item : job.items("steps")) {
        Node.Fields step = item.asFields();
        String run = step.text("run").orElse("");
        String uses = step.text("uses").orElse("");
        steps.add(
            new WorkflowStep(
                path,
                workflow.text("name").orElse(path),
                id,
                step.text("name").orElse(run.isEmpty() ? "Run " + uses : "Run " + firstLine(run)),
                run,
                uses,
                jobMayFail || flag(step)));
      }
    }
  }

  private static boolean flag(Node.Fields fields) {
    return fields.text("continue-on-error").filter("true"::equals).isPresent();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
