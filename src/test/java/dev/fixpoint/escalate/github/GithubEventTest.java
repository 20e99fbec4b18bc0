package dev.fixpoint.escalate.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fixpoint.model.RunContext;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The event of a workflow tells which run it was, and whether its code may be trusted. */
class GithubEventTest {

  private static String run(String head) {
    return """
        {"action": "completed", "workflow": {"id": 3, "name": "CI"},
         "workflow_run": {"id": 1, "name": "CI", "head_branch": "main", "event": "pull_request",
           "run_attempt": 2, "status": "completed", "conclusion": "failure",
           "head_repository": {"id": 2, "full_name": "%s"}},
         "repository": {"id": 1, "full_name": "acme/widgets"}}
        """
        .formatted(head);
  }

  @Test
  void aRunOfTheRepositoryItself() throws IOException {
    assertThat(GithubEvent.read(run("acme/widgets")))
        .isEqualTo(new RunContext("acme/widgets", "CI", "pull_request", "main", 2, false));
  }

  @Test
  void aRunOfAFork() throws IOException {
    assertThat(GithubEvent.read(run("mallory/widgets")).fork()).isTrue();
  }

  @Test
  void aPullRequestFromAFork() throws IOException {
    assertThat(
            GithubEvent.read(
                """
                {"action": "opened", "number": 3,
                 "pull_request": {"number": 3, "head": {"ref": "fix", "repo": {"id": 2, "full_name": "mallory/widgets"}},
                   "base": {"ref": "main"}},
                 "repository": {"id": 1, "full_name": "acme/widgets"}}
                """))
        .isEqualTo(new RunContext("acme/widgets", "", "pull_request", "fix", 0, true));
  }

  @Test
  void anyOtherEventTellsTheRepository() throws IOException {
    assertThat(
            GithubEvent.read("{\"ref\": \"x\", \"repository\": {\"full_name\": \"acme/widgets\"}}"))
        .isEqualTo(new RunContext("acme/widgets", "", "", "", 0, false));
  }

  @Test
  void whatIsNoEventIsToldAsSuch() {
    assertThatThrownBy(() -> GithubEvent.read("no json"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no JSON");
  }
}
