package dev.fixpoint.record;

import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Contribution;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Dialect;
import dev.fixpoint.model.Evidence;
import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.Kind;
import dev.fixpoint.model.LineRange;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.LogPart;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.PatternRef;
import dev.fixpoint.model.Policy;
import dev.fixpoint.model.Precondition;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Rejected;
import dev.fixpoint.model.RepositoryFact.Manifest;
import dev.fixpoint.model.Risk;
import dev.fixpoint.model.RuleRef;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.SectionKind;
import dev.fixpoint.model.Status;
import dev.fixpoint.model.Timings;
import dev.fixpoint.model.Verb;
import dev.fixpoint.model.Verdict;
import dev.fixpoint.model.Versions;
import java.util.List;
import java.util.Map;

/** Records that tests make up, with a text of their choice wherever text of a log can stand. */
final class Records {
  private Records() {}

  static AnalysisRecord with(String text) {
    LogSection log =
        new LogSection(
            0,
            0,
            SectionKind.LOG,
            text,
            text,
            new LineRange(1, 9),
            Outcome.FAILED,
            1,
            false,
            1,
            List.of());
    LogDocument document =
        new LogDocument(
            text,
            Dialect.PLAIN,
            List.of(new LogPart("", 1)),
            List.of(log),
            9,
            90,
            "d".repeat(64),
            Outcome.FAILED,
            RunContext.UNKNOWN,
            List.of());
    Evidence evidence =
        new Evidence(
            3,
            "",
            3,
            text,
            new PatternRef("tool.error", 2),
            List.of(new LogLine(2, text), new LogLine(3, text)));
    FixPlan fix =
        new FixPlan(
            "tool.mend",
            1,
            text,
            text,
            Risk.DEPENDENCY,
            List.of(new FixAction(Verb.ADD_DEPENDENCY, Map.of("name", text))),
            List.of(new Precondition("checkout", false, text)),
            text,
            0.5);
    Diagnosis root =
        new Diagnosis(
            "d1",
            "tool.broke",
            Kind.COMPILE,
            text,
            0.8125,
            List.of(new Contribution("prior", 1.5, text, "core.x@1")),
            true,
            Status.STABLE,
            false,
            List.of(evidence, evidence),
            4,
            Map.of("name", text),
            List.of("d2"),
            null,
            "0123456789abcdef",
            new RuleRef("core.x", 1),
            fix);
    Diagnosis symptom =
        new Diagnosis(
            "d2",
            "tool.total",
            Kind.TEST,
            text,
            0.1,
            List.of(),
            false,
            Status.STABLE,
            true,
            List.of(evidence),
            1,
            Map.of(),
            List.of(),
            "d1",
            "fedcba9876543210",
            new RuleRef("core.y", 3),
            null);
    return new AnalysisRecord(
        document,
        new RunContext(text, text, text, text, 2, true),
        List.of(new Manifest("requirements.txt", "python", "requirements", false, true)),
        Policy.DEFAULT,
        new Verdict.Suggest(text, "d1"),
        List.of(root, symptom),
        List.of(new Rejected(new PatternRef("a.b", 1), 5, text, 2, text, "core.z@1")),
        List.of(Problem.note(Problem.Code.LINE_SPLIT, text, text, text)),
        new Versions("0.1.0", "c".repeat(64), "r".repeat(64), "d".repeat(64)),
        new Timings(1000, 2000, 3000));
  }
}
