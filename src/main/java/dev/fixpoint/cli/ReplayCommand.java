package dev.fixpoint.cli;

import dev.fixpoint.authoring.Replay;
import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.model.Problem;
import dev.fixpoint.parse.LogInputs;
import dev.fixpoint.record.RecordedAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code replay}: analyses recorded logs again and says what differs. */
final class ReplayCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "replay",
            "Analyse recorded logs again, everything beside the log as it was recorded, and say what"
                + " differs.");
    spec.addPositional(
        Options.arguments(
            "RECORD", "1..*", "Records (analyze --format json or jsonl), or journals."));
    spec.addOption(
        Options.value("--log", "FILE", "The log, when it no longer lies where the record says."));
    Options.knowledge(spec);
    return spec;
  }

  @Override
  public ExitCode run(ParseResult args, Session session)
      throws ConfigurationException, UsageException, IOException {
    Analyzer analyzer = new Analyzer(KnowledgeLoader.knowledge(args, session), System::nanoTime);
    List<Problem> unusable = new ArrayList<>();
    int same = 0;
    int different = 0;
    for (String file : Options.arguments(args)) {
      for (RecordedAnalysis recorded : records(file, session)) {
        String name = Options.get(args, "--log", recorded.log());
        LogInputs inputs = LogInputs.of(List.of(name), session.folder(), session.in());
        unusable.addAll(inputs.problems());
        if (inputs.logs().isEmpty()) {
          continue;
        }
        Replay replay = Replay.of(recorded, inputs.logs().get(0), analyzer);
        print(replay, session);
        same += replay.same() ? 1 : 0;
        different += replay.same() ? 0 : 1;
      }
    }
    session.out().println(same + " the same, " + different + " different");
    session.report(unusable);
    if (different > 0) {
      return ExitCode.DIFFERENT;
    }
    return unusable.isEmpty() ? ExitCode.OK : ExitCode.INPUT;
  }

  private static List<RecordedAnalysis> records(String file, Session session) throws IOException {
    try {
      return RecordedAnalysis.read(Files.readString(session.path(file)));
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static void print(Replay replay, Session session) {
    if (replay.same() && replay.inputs().isEmpty()) {
      return;
    }
    session.out().println(replay.log() + ": " + (replay.same() ? "same verdict" : "DIFFERENT"));
    replay.inputs().forEach(input -> session.out().println("  input  " + input));
    replay.differences().forEach(difference -> session.out().println("  result " + difference));
  }
}
