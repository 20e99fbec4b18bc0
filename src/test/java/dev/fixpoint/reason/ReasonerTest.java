package dev.fixpoint.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.model.Consequence;
import dev.fixpoint.model.Fact;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.Kind;
import dev.fixpoint.model.KnownName;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Reasoning;
import dev.fixpoint.model.RepositoryFact.LocalModule;
import dev.fixpoint.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the jar, on facts made up for one purpose each. */
class ReasonerTest {
  private static Reasoner reasoner;

  @BeforeAll
  static void compileTheRules() throws Exception {
    RuleCompiler.Result result = RuleCompiler.compile(RuleSources.read(Path.of("rules")));
    assertThat(result.problems()).isEmpty();
    reasoner = new Reasoner(RuleBase.load(result.pack()));
  }

  private static Reasoning reason(Fact... facts) {
    return reasoner.reason(List.of(facts));
  }

  private static List<String> causes(Reasoning reasoning) {
    return reasoning.claims().stream().map(claim -> claim.hypothesis().cause()).toList();
  }

  private static List<String> arguments(Reasoning reasoning, String cause) {
    return reasoning.claims().stream()
        .filter(claim -> claim.hypothesis().cause().equals(cause))
        .flatMap(claim -> claim.arguments().stream())
        .map(because -> because.conclusion().name())
        .toList();
  }

  private static final Finding ERROR =
      Facts.finding("tool.error", Kind.COMPILE, Severity.ERROR, 1, 10);

  @Test
  void aConclusionCarriesTheRuleAndTheFactsBehindIt() {
    Reasoning reasoning = reason(ERROR);

    assertThat(reasoning.claims()).hasSize(1);
    assertThat(reasoning.claims().get(0).rule().id()).isEqualTo("core.pattern-names-cause");
    assertThat(reasoning.claims().get(0).facts()).containsExactly(ERROR);
  }

  @Test
  void theEchoOfAScriptIsNoCause() {
    Finding echo = Facts.finding("tool.error", Kind.COMPILE, Severity.ERROR, 1, 10, true, Map.of());

    Reasoning reasoning = reason(echo);

    assertThat(reasoning.claims()).isEmpty();
    assertThat(reasoning.rejections())
        .extracting(because -> because.rule().id())
        .containsExactly("core.echo-is-no-cause");
  }

  @Test
  void whatAStepThatCannotFailTheBuildPrintsIsNoCause() {
    assertThat(causes(reason(ERROR, Facts.step(1, 1, Outcome.FAILED, false, true, false))))
        .isEmpty();
    assertThat(causes(reason(ERROR, Facts.step(1, 1, Outcome.FAILED, false, false, true))))
        .isEmpty();
  }

  @Test
  void theFirstErrorOfAStepOutranksTheNext() {
    Reasoning reasoning =
        reason(
            ERROR,
            Facts.finding("tool.later", Kind.COMPILE, Severity.ERROR, 1, 20),
            Facts.step(1, 1, Outcome.FAILED, true));

    assertThat(arguments(reasoning, "tool.error-cause"))
        .contains("first-of-its-step", "in-deciding-step");
    assertThat(arguments(reasoning, "tool.later-cause"))
        .contains("in-deciding-step")
        .doesNotContain("first-of-its-step");
  }

  @Test
  void aSummaryIsExplainedByWhatItRepeats() {
    Reasoning reasoning =
        reason(ERROR, Facts.finding("tool.total", Kind.COMPILE, Severity.SUMMARY, 1, 30));

    assertThat(reasoning.explanations())
        .extracting(because -> because.conclusion().symptom().cause())
        .containsExactly("tool.total-cause");
  }

  @Test
  void aPatternExplainsWhatItsAuthorSaysItDoes() {
    Finding disk = Facts.finding("os.no-space", Kind.DISK, Severity.FATAL, 1, 5);

    Reasoning reasoning = reason(ERROR, disk, new Consequence("os.no-space", "kind:compile"));

    assertThat(reasoning.explanations())
        .extracting(because -> because.conclusion().cause().cause())
        .contains("os.no-space-cause");
  }

  @Test
  void whatFailsLaterFollowsFromWhatFailedFirst() {
    Reasoning reasoning =
        reason(
            ERROR,
            Facts.finding("tool.later", Kind.TEST, Severity.ERROR, 2, 100),
            Facts.step(1, 1, Outcome.FAILED, true),
            Facts.step(2, 2, Outcome.FAILED, false));

    assertThat(reasoning.explanations())
        .extracting(because -> because.rule().id())
        .contains("core.earlier-step-explains-later");
  }

  @Test
  void aFailedStepWithoutAKnownWordIsShownByItsEnd() {
    Reasoning reasoning = reason(Facts.step(1, 1, Outcome.FAILED, true));

    assertThat(reasoning.claims()).hasSize(1);
    assertThat(reasoning.claims().get(0).hypothesis().generic()).isTrue();
    assertThat(reasoning.claims().get(0).hypothesis().line()).isEqualTo(999);
  }

  // --- the five answers to a missing Python module -------------------------------------------

  private static Finding missing(String module) {
    return Facts.finding(
        "python.module-not-found",
        Kind.DEPENDENCY_MISSING,
        Severity.ERROR,
        1,
        10,
        false,
        Map.of("module", module));
  }

  private static KnownName known(String table, String name, String value, String trust) {
    return new KnownName(table, name, name, value, trust, "");
  }

  @Test
  void aModuleOfAKnownDistributionIsADependencyToAdd() {
    assertThat(
            causes(
                reason(
                    missing("yaml"), known("python.distributions", "yaml", "PyYAML", "vouched"))))
        .containsExactly("python.module-missing");
  }

  @Test
  void aModuleOfTheCheckoutIsNever() {
    assertThat(
            causes(
                reason(
                    missing("yaml"),
                    known("python.distributions", "yaml", "PyYAML", "vouched"),
                    new LocalModule("src/yaml/", "python", "yaml"))))
        .containsExactly("python.module-local");
  }

  @Test
  void aModuleThatLeftTheStandardLibraryIsAMatterOfVersions() {
    assertThat(
            causes(
                reason(
                    missing("distutils"), known("python.stdlib", "distutils", "-3.11", "vouched"))))
        .containsExactly("python.stdlib-removed");
    assertThat(
            causes(
                reason(missing("tomllib"), known("python.stdlib", "tomllib", "3.11-", "vouched"))))
        .containsExactly("python.runtime-too-old");
    assertThat(
            causes(reason(missing("_ctypes"), known("python.stdlib", "_ctypes", "-", "vouched"))))
        .containsExactly("python.stdlib-not-built");
  }

  @Test
  void aModuleThatIsInstalledWasLookedForElsewhere() {
    assertThat(
            causes(
                reason(
                    missing("yaml"),
                    known("python.distributions", "yaml", "PyYAML", "vouched"),
                    known("python.installed", "pyyaml", "6.0", "log"))))
        .containsExactly("python.wrong-environment");
  }

  @Test
  void aModuleThatNothingVouchesForIsNeverInstalledOnAGuess() {
    assertThat(causes(reason(missing("reqeusts")))).containsExactly("python.module-unknown");
    assertThat(causes(reason(missing("jwt"), known("python.distributions", "jwt", "jwt", "trap"))))
        .containsExactly("python.module-unknown");
  }

  private static final List<Kind> KINDS = List.of(Kind.COMPILE, Kind.TEST, Kind.NETWORK);
  private static final List<Severity> SEVERITIES =
      List.of(Severity.FATAL, Severity.ERROR, Severity.SUMMARY, Severity.WARNING);

  @Test
  void theOrderOfTheFactsDoesNotMatter() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      facts.add(
          Facts.finding(
              "tool.e" + i % 7,
              KINDS.get(i % KINDS.size()),
              SEVERITIES.get(i % SEVERITIES.size()),
              i % 4,
              10 + i));
    }
    for (int section = 0; section < 4; section++) {
      facts.add(Facts.step(section, section, Outcome.FAILED, section == 1));
    }
    facts.add(new Consequence("tool.e1", "tool.e2"));
    String expected = reasoner.reason(facts).toString();

    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(facts, random);
      assertThat(reasoner.reason(facts).toString()).isEqualTo(expected);
    }
  }
}
