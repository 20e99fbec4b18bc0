package dev.fixpoint.cli;

import dev.fixpoint.engine.Analyzer;
import dev.fixpoint.engine.ConfigurationException;
import dev.fixpoint.engine.Surroundings;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Problem;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.parse.LogInputs;
import dev.fixpoint.record.HtmlReport;
import dev.fixpoint.record.MarkdownReport;
import dev.fixpoint.record.RecordJson;
import dev.fixpoint.record.SarifReport;
import dev.fixpoint.record.Style;
import dev.fixpoint.record.TextReport;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analyze}: says of each log what broke, why, and how sure; changes nothing. */
final class AnalyzeCommand implements Command {
  private static final List<String> FORMATS =
      List.of("text", "json", "jsonl", "markdown", "sarif", "html");
  private static final List<String> VERDICTS =
      List.of("autofix", "suggest", "rerun", "escalate", "inconclusive", "any");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("analyze", "Say of each log what broke, why, how sure, and what to do.");
    spec.addPositional(
        Options.arguments(
            "LOG",
            "1..*",
            "Log files, folders of them, archives of GitHub runs; '-' is standard input."));
    spec.addOption(Options.choice("--format", FORMATS, "text", "The form of the report."));
    spec.addOption(
        Options.value(
            "--fail-on",
            "WORDS",
            "Exit with 4 when a verdict is one of these: " + String.join(", ", VERDICTS) + "."));
    Beside.options(spec);
    spec.addOption(
        Options.value("--journal", "FILE", "Append each record to this journal as well."));
    Options.knowledge(spec);
    spec.addOption(
        Options.choice(
            "--color", List.of("auto", "always", "never"), "auto", "Colours in the text report."));
    return spec;
  }

  @Override
  public ExitCode run(ParseResult args, Session session)
      throws ConfigurationException, UsageException, IOException {
    String format = Options.chosen(args, "--format", FORMATS, "text");
    List<String> failOn = failOn(args);
    Style style = session.style(Options.get(args, "--color", "auto"));
    Policy policy = KnowledgeLoader.policy(args, session);
    LogInputs inputs = LogInputs.of(Options.arguments(args), session.folder(), session.in());
    Analyzer analyzer = new Analyzer(KnowledgeLoader.knowledge(args, session), System::nanoTime);
    Surroundings surroundings = Beside.surroundings(args, session);

    List<Problem> unusable = new ArrayList<>(inputs.problems());
    List<AnalysisRecord> records = new ArrayList<>();
    boolean matched = false;
    for (LogInput log : inputs.logs()) {
      AnalysisRecord record;
      try {
        record = analyzer.analyze(log, surroundings, policy);
      } catch (IOException e) {
        unusable.add(Inputs.unusable(log.name(), e));
        continue;
      }
      matched |= matches(record, failOn);
      Journals.append(args, session, record);
      if (format.equals("jsonl")) {
        session.out().println(RecordJson.line(record));
      } else if (format.equals("text")) {
        session.out().print((records.isEmpty() ? "" : "\n") + TextReport.render(record, style));
        records.add(record);
      } else {
        records.add(record);
      }
    }
    print(format, records, session.out());
    session.report(unusable);
    if (matched) {
      return ExitCode.VERDICT;
    }
    return unusable.isEmpty() ? ExitCode.OK : ExitCode.INPUT;
  }

  private static void print(String format, List<AnalysisRecord> records, PrintStream out) {
    switch (format) {
      case "json" ->
          out.println(
              records.size() == 1 ? RecordJson.pretty(records.get(0)) : RecordJson.pretty(records));
      case "markdown" -> out.print(MarkdownReport.render(records));
      case "sarif" -> out.println(SarifReport.render(records));
      case "html" -> out.print(HtmlReport.render(records));
      default -> {}
    }
  }

  private static List<String> failOn(ParseResult args) throws UsageException {
    String words = Options.get(args, "--fail-on", "");
    List<String> chosen = words.isEmpty() ? List.of() : List.of(words.split(",", -1));
    for (String word : chosen) {
      if (!VERDICTS.contains(word)) {
        throw new UsageException(
            "--fail-on names '"
                + word
                + "'; it takes "
                + String.join(", ", VERDICTS)
                + ", separated by commas");
      }
    }
    return chosen;
  }

  private static boolean matches(AnalysisRecord record, List<String> failOn) {
    String kind = record.verdict().id().toLowerCase(Locale.ROOT);
    return failOn.contains(kind) || failOn.contains("any") && !kind.equals("healthy");
  }
}
