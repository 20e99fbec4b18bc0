package dev.fixpoint.cli;

import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.engine.Surroundings;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Problem;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.parse.LogInputs;
import dev.fixpoint.record.ExplainReport;
import dev.fixpoint.record.RecordJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: the whole way from the lines of a log to the verdict. */
final class ExplainCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "explain",
            "Show the whole way from lines to verdict: steps, findings, rules, every term of each"
                + " confidence, and what was set aside and why.");
    spec.addPositional(Options.arguments("LOG", "1..*", "Log files; '-' is standard input."));
    spec.addOption(Options.choice("--format", FORMATS, "text", "The form of the report."));
    Beside.options(spec);
    Options.knowledge(spec);
    spec.addOption(
        Options.choice("--color", List.of("auto", "always", "never"), "auto", "Colours."));
    return spec;
  }

  @Override
  public ExitCode run(ParseResult args, Session session)
      throws ConfigurationException, UsageException, IOException {
    String format = Options.chosen(args, "--format", FORMATS, "text");
    Policy policy = KnowledgeLoader.policy(args, session);
    LogInputs inputs = LogInputs.of(Options.arguments(args), session.folder(), session.in());
    Analyzer analyzer = new Analyzer(KnowledgeLoader.knowledge(args, session), System::nanoTime);
    Surroundings surroundings = Beside.surroundings(args, session);
    List<Problem> unusable = new ArrayList<>(inputs.problems());
    for (LogInput log : inputs.logs()) {
      try {
        AnalysisRecord record = analyzer.analyze(log, surroundings, policy);
        session
            .out()
            .println(
                format.equals("json")
                    ? RecordJson.explained(record)
                    : ExplainReport.render(
                        record, session.style(Options.get(args, "--color", "auto"))));
      } catch (IOException e) {
        unusable.add(Inputs.unusable(log.name(), e));
      }
    }
    session.report(unusable);
    return unusable.isEmpty() ? ExitCode.OK : ExitCode.INPUT;
  }
}
