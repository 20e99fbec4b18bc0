package dev.fixpoint.cli;

import dev.fixpoint.engine.Surroundings;
import dev.fixpoint.escalate.github.GithubEvent;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.repo.CheckoutReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What lies beside the logs: the checkout, the event that started the run, the policy. */
final class Beside {
  private Beside() {}

  static void options(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "--repo",
            "DIR",
            "The checkout of the repository that broke; default: the current folder, when it is in"
                + " a work tree. 'none' for no checkout."));
    spec.addOption(
        Options.value(
            "--policy", "FILE", "What is allowed; default: fixpoint.yml, when it is there."));
  }

  static Surroundings surroundings(ParseResult args, Session session)
      throws UsageException, IOException {
    String name = Options.get(args, "--repo", "");
    Optional<Path> root;
    if (name.equals("none")) {
      root = Optional.empty();
    } else if (name.isEmpty()) {
      root = CheckoutReader.workTree(session.folder());
    } else {
      Path folder = session.path(name);
      if (!Files.isDirectory(folder)) {
        throw new UsageException("--repo: there is no folder '" + name + "'");
      }
      root = Optional.of(folder);
    }
    RunContext run = run(args, session);
    if (root.isEmpty()) {
      return new Surroundings(run, Surroundings.NONE.checkout());
    }
    CheckoutReader reader = new CheckoutReader(root.get());
    return new Surroundings(run, reader::facts);
  }

  /** The client library of GitHub is loaded only here, and only when an event is named. */
  private static RunContext run(ParseResult args, Session session) throws IOException {
    String event = Options.get(args, "--event", "");
    return event.isEmpty()
        ? RunContext.UNKNOWN
        : GithubEvent.read(Files.readString(session.path(event)));
  }
}
