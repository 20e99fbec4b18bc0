package dev.fixpoint.escalate.github;

import dev.fixpoint.model.RunContext;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHWorkflowJob;
import org.kohsuke.github.GHWorkflowRun;
import org.kohsuke.github.GitHub;

/**
 * What the event of a webhook or of a workflow says of the run: the file that GitHub Actions names
 * in {@code GITHUB_EVENT_PATH}. Read without any call to GitHub.
 */
public final class GithubEvent {
  private GithubEvent() {}

  /**
   * Reads an event of the kinds {@code workflow_run}, {@code workflow_job} and {@code
   * pull_request}; of others only the repository is known.
   *
   * @param payload the event, as JSON
   * @throws IOException when it is none; the message says why, for people
   */
  public static RunContext read(String payload) throws IOException {
    Node.Fields root;
    try {
      root = DocumentReader.json(payload).asFields();
    } catch (SyntaxException e) {
      throw new IOException("the event is no JSON, line " + e.line() + ": " + e.getMessage(), e);
    }
    try {
      if (root.get("workflow_run").isPresent()) {
        return run(parse(payload, GHEventPayload.WorkflowRun.class));
      }
      if (root.get("workflow_job").isPresent()) {
        return job(parse(payload, GHEventPayload.WorkflowJob.class));
      }
      if (root.get("pull_request").isPresent()) {
        return pullRequest(parse(payload, GHEventPayload.PullRequest.class));
      }
    } catch (RuntimeException e) {
      throw new IOException("the event is not one of GitHub's: " + e.getMessage(), e);
    }
    String repository = root.fields("repository").text("full_name").orElse("");
    return new RunContext(repository, "", "", "", 0, false);
  }

  private static <T extends GHEventPayload> T parse(String payload, Class<T> type)
      throws IOException {
    return GitHub.offline().parseEventPayload(new StringReader(payload), type);
  }

  private static RunContext run(GHEventPayload.WorkflowRun event) {
    GHWorkflowRun run = event.getWorkflowRun();
    String repository = event.getRepository().getFullName();
    return new RunContext(
        repository,
        text(run.getName()),
        run.getEvent() == null ? "" : run.getEvent().name().toLowerCase(Locale.ROOT),
        text(run.getHeadBranch()),
        (int) run.getRunAttempt(),
        foreign(run.getHeadRepository(), repository));
  }

  private static RunContext job(GHEventPayload.WorkflowJob event) {
    GHWorkflowJob job = event.getWorkflowJob();
    return new RunContext(
        event.getRepository().getFullName(), "", "", "", job.getRunAttempt(), false);
  }

  private static RunContext pullRequest(GHEventPayload.PullRequest event) {
    GHPullRequest pull = event.getPullRequest();
    String repository = event.getRepository().getFullName();
    return new RunContext(
        repository,
        "",
        "pull_request",
        pull.getHead().getRef(),
        0,
        foreign(pull.getHead().getRepository(), repository));
  }

  /** A head that is gone is a fork that was deleted. */
  private static boolean foreign(@Nullable GHRepository head, String repository) {
    return head == null || !repository.equals(head.getFullName());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
