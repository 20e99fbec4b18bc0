package dev.fixpoint.engine;

import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Consequence;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Fact;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Reasoning;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.Timings;
import dev.fixpoint.model.Verdict;
import dev.fixpoint.model.Versions;
import dev.fixpoint.parse.LogInput;
import dev.fixpoint.parse.LogParser;
import dev.fixpoint.parse.ParseLimits;
import dev.fixpoint.plan.Diagnostician;
import dev.fixpoint.plan.Judge;
import dev.fixpoint.plan.Weights;
import dev.fixpoint.reason.Reasoner;
import dev.fixpoint.reason.StepFacts;
import dev.fixpoint.scan.LogScanner;
import dev.fixpoint.scan.ScanLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Reads a log and says what broke, why, and how sure: the entry point of Fixpoint as a library.
 *
 * <p>Making one costs time, using it for many logs does not. Safe for use by several threads.
 */
public final class Analyzer {
  /** Rules see no more findings than this; those of failed steps come first. */
  private static final int FINDINGS = 600;

  private final Knowledge knowledge;
  private final LogParser parser;
  private final LogScanner scanner;
  private final Reasoner reasoner;
  private final Diagnostician diagnostician;
  private final Map<String, Pattern> patterns;
  private final LongSupplier nanoseconds;

  /**
   * Makes an analyzer that does not measure how long it takes.
   *
   * @param knowledge patterns and rules
   */
  public Analyzer(Knowledge knowledge) {
    this(knowledge, () -> 0);
  }

  /**
   * @param knowledge patterns and rules
   * @param nanoseconds a running count of nanoseconds, for the timings
   */
  public Analyzer(Knowledge knowledge, LongSupplier nanoseconds) {
    this.knowledge = knowledge;
    this.nanoseconds = nanoseconds;
    Catalog catalog = knowledge.catalog();
    parser = new LogParser(ParseLimits.DEFAULT);
    scanner = new LogScanner(catalog, ScanLimits.DEFAULT);
    reasoner = new Reasoner(knowledge.rules());
    diagnostician = new Diagnostician(catalog, new Weights(knowledge.rules().weights()));
    patterns =
        catalog.patterns().stream().collect(Collectors.toMap(Pattern::id, pattern -> pattern));
  }

  /** The patterns and rules in use. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /**
   * Analyses a log without a checkout, under the default policy.
   *
   * @param log the log
   * @return the record: verdict, diagnoses, and everything they stand on
   * @throws IOException when the log cannot be read; the message says why, for people
   */
  public AnalysisRecord analyze(LogInput log) throws IOException {
    return analyze(log, Surroundings.NONE, Policy.DEFAULT);
  }

  /**
   * Analyses a log.
   *
   * @param log the log
   * @param surroundings what is known beside the log
   * @param policy what is allowed
   * @return the record: verdict, diagnoses, and everything they stand on
   * @throws IOException when the log cannot be read; the message says why, for people
   */
  public AnalysisRecord analyze(LogInput log, Surroundings surroundings, Policy policy)
      throws IOException {
    long started = nanoseconds.getAsLong();
    LogScanner.Scan scan = scanner.open();
    LogDocument document = parser.parse(log, scan::accept);
    List<Finding> findings = scan.findings(document);
    List<Problem> problems = new ArrayList<>(document.problems());
    problems.addAll(scan.problems(document.name()));
    long read = nanoseconds.getAsLong();

    RunContext run = surroundings.run().orElse(document.facts());
    List<RepositoryFact> checkout =
        surroundings
            .checkout()
            .facts(
                document, run, Names.mentioned(knowledge.catalog(), patterns, findings), problems);
    List<Fact> facts = facts(document, run, findings, checkout, problems);
    Reasoning reasoning = reasoner.reason(facts);
    problems.addAll(reasoning.problems());
    long reasoned = nanoseconds.getAsLong();

    List<Diagnosis> diagnoses = diagnostician.diagnose(reasoning, document, run, checkout);
    Verdict verdict = new Judge(policy).decide(document, run, diagnoses);
    List<Diagnosis> reported = verdict instanceof Verdict.Healthy ? unlikely(diagnoses) : diagnoses;
    long planned = nanoseconds.getAsLong();
    return new AnalysisRecord(
        document,
        run,
        checkout,
        policy,
        verdict,
        reported,
        Rejections.of(document, findings, reasoning),
        problems,
        new Versions(
            EngineVersion.current(),
            knowledge.catalog().digest(),
            knowledge.rules().digest(),
            document.digest()),
        new Timings(
            (read - started) / 1000, (reasoned - read) / 1000, (planned - reasoned) / 1000));
  }

  /** Of a log that ends well only what might be worth a look is reported. */
  private static List<Diagnosis> unlikely(List<Diagnosis> diagnoses) {
    return diagnoses.stream().filter(diagnosis -> diagnosis.confidence() >= 0.2).toList();
  }

  private List<Fact> facts(
      LogDocument document,
      RunContext run,
      List<Finding> findings,
      List<RepositoryFact> checkout,
      List<Problem> problems) {
    List<Fact> facts = new ArrayList<>();
    facts.add(run);
    facts.addAll(StepFacts.of(document, checkout));
    facts.addAll(checkout);
    List<Finding> admitted = admitted(findings, document, problems);
    facts.addAll(admitted);
    Set<Fact> knowledgeFacts = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    for (Finding finding : admitted) {
      Pattern pattern = patterns.get(finding.pattern());
      if (pattern == null) {
        continue;
      }
      if (seen.add(pattern.id())) {
        pattern
            .explains()
            .forEach(symptom -> knowledgeFacts.add(new Consequence(pattern.id(), symptom)));
      }
      knowledgeFacts.addAll(Names.known(knowledge.catalog(), pattern, finding));
    }
    facts.addAll(knowledgeFacts);
    return facts;
  }

  private static List<Finding> admitted(
      List<Finding> findings, LogDocument document, List<Problem> problems) {
    if (findings.size() <= FINDINGS) {
      return findings;
    }
    problems.add(
        Problem.note(
            Problem.Code.HITS_CAPPED,
            document.name(),
            findings.size() + " findings, of which the " + FINDINGS + " most telling were used",
            "those of failed steps and those that name a cause come first"));
    return findings.stream()
        .sorted(
            Comparator.comparing((Finding finding) -> !finding.failing())
                .thenComparing(finding -> finding.outcome() == Outcome.PASSED)
                .thenComparing(finding -> !finding.causal()))
        .limit(FINDINGS)
        .sorted(Comparator.comparingLong(Finding::line).thenComparing(Finding::pattern))
        .toList();
  }
}
