package dev.fixpoint.cli;

import dev.fixpoint.authoring.Evaluation;
import dev.fixpoint.authoring.EvaluationJson;
import dev.fixpoint.authoring.EvaluationText;
import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code eval}: measures how often the diagnosis is right, on a labelled corpus. */
final class EvalCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("eval", "Measure on a labelled corpus how often the diagnosis is right.");
    spec.addPositional(
        Options.arguments("CORPUS", "1", "A folder with labels.jsonl and logs/<id>.log."));
    spec.addOption(
        Options.flag("--misses", "List the logs where the first diagnosis is not right."));
    spec.addOption(
        Options.value(
            "--baseline",
            "FILE",
            "An earlier result (--format json): show what changed, log by log."));
    spec.addOption(Options.choice("--format", FORMATS, "text", "The form of the result."));
    Options.knowledge(spec);
    return spec;
  }

  @Override
  public ExitCode run(ParseResult args, Session session)
      throws ConfigurationException, UsageException, IOException {
    String format = Options.chosen(args, "--format", FORMATS, "text");
    Path corpus = session.path(Options.arguments(args).get(0));
    if (!Files.isRegularFile(corpus.resolve("labels.jsonl"))) {
      throw new UsageException("there is no labels.jsonl in '" + corpus + "'");
    }
    Evaluation evaluation =
        Evaluation.of(corpus, new Analyzer(KnowledgeLoader.knowledge(args, session)));
    if (format.equals("json")) {
      session.out().println(EvaluationJson.write(evaluation));
    } else {
      session.out().print(EvaluationText.summary(evaluation));
      if (Options.has(args, "--misses")) {
        session.out().print(EvaluationText.misses(evaluation));
      }
      String baseline = Options.get(args, "--baseline", "");
      if (!baseline.isEmpty()) {
        session
            .out()
            .print(
                EvaluationText.changes(
                    EvaluationJson.read(Files.readString(session.path(baseline))), evaluation));
      }
    }
    session.report(evaluation.problems());
    return evaluation.problems().isEmpty() ? ExitCode.OK : ExitCode.INPUT;
  }
}
