package dev.fixpoint.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fixpoint.model.Argument;
import dev.fixpoint.model.Contribution;
import dev.fixpoint.model.Explains;
import dev.fixpoint.model.Hypothesis;
import dev.fixpoint.model.Kind;
import dev.fixpoint.model.Outcome;
import dev.fixpoint.model.Reasoning;
import dev.fixpoint.model.Reasoning.Because;
import dev.fixpoint.model.Reasoning.Claim;
import dev.fixpoint.model.RuleRef;
import dev.fixpoint.model.Severity;
import dev.fixpoint.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A confidence is the sum of its listed terms; rivals share what they compete for. */
class WeigherTest {
  private static final RuleRef RULE = new RuleRef("a.rule", 1);
  private static final Weights WEIGHTS =
      new Weights(Map.of("good", 1.0, "bad", -2.0, "explained", -3.0));

  private static Hypothesis hypothesis(String cause, String identity, double prior, long line) {
    return new Hypothesis(
        cause,
        Kind.TEST,
        cause,
        "",
        prior,
        Status.STABLE,
        false,
        new Hypothesis.Origin("a.b", Severity.ERROR, identity, Outcome.FAILED, 1, 0, line, line));
  }

  private static Claim claim(Hypothesis hypothesis, String... arguments) {
    List<Because<Argument>> because = new ArrayList<>();
    for (String argument : arguments) {
      because.add(new Because<>(new Argument(hypothesis, argument, argument), RULE));
    }
    return new Claim(hypothesis, RULE, List.of(), because);
  }

  private static List<Weigher.Weighed> weigh(List<Explains> explains, Claim... claims) {
    return new Weigher(WEIGHTS)
        .weigh(
            new Reasoning(
                List.of(claims),
                explains.stream().map(one -> new Because<>(one, RULE)).toList(),
                List.of(),
                List.of()));
  }

  @Test
  void theConfidenceIsTheLogisticOfTheSumOfItsTerms() {
    Weigher.Weighed weighed =
        weigh(
                List.of(),
                claim(hypothesis("a", "", 0.7, 1), "good", "bad"),
                claim(hypothesis("b", "", 0.4, 2)))
            .get(0);

    for (Weigher.Weighed one : List.of(weighed)) {
      double sum = one.contributions.stream().mapToDouble(Contribution::logOdds).sum();
      assertThat(one.confidence).isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-9));
    }
  }

  @Test
  void aLoneCauseIsAsSureAsItsPriorAndArguments() {
    assertThat(weigh(List.of(), claim(hypothesis("a", "", 0.5, 1))).get(0).confidence)
        .isCloseTo(0.5, within(1e-9));
    assertThat(weigh(List.of(), claim(hypothesis("a", "", 0.5, 1), "good")).get(0).confidence)
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-9));
  }

  @Test
  void twoEqualRivalsAreEachAtMostHalfSure() {
    List<Weigher.Weighed> weighed =
        weigh(List.of(), claim(hypothesis("a", "", 0.99, 1)), claim(hypothesis("b", "", 0.99, 2)));

    assertThat(weighed).allSatisfy(one -> assertThat(one.confidence).isLessThan(0.5));
    assertThat(weighed.get(0).hypothesis().cause()).as("the earlier one leads").isEqualTo("a");
  }

  @Test
  void failuresOfOneCauseAreNoRivals() {
    List<Weigher.Weighed> weighed =
        weigh(
            List.of(),
            claim(hypothesis("test", "x", 0.9, 1)),
            claim(hypothesis("test", "y", 0.9, 2)));

    assertThat(weighed).allSatisfy(one -> assertThat(one.confidence).isCloseTo(0.9, within(1e-9)));
  }

  @Test
  void oneCauseSaidOnManyLinesIsOne() {
    List<Weigher.Weighed> weighed =
        weigh(
            List.of(),
            claim(hypothesis("a", "x", 0.6, 1)),
            claim(hypothesis("a", "x", 0.6, 9), "good"));

    assertThat(weighed).hasSize(1);
    assertThat(weighed.get(0).hypothesis().line()).as("the stronger line leads").isEqualTo(9);
    assertThat(weighed.get(0).claims).hasSize(2);
  }

  @Test
  void aSymptomIsNoRivalOfItsCause() {
    Hypothesis cause = hypothesis("disk", "", 0.8, 1);
    Hypothesis symptom = hypothesis("compile", "", 0.95, 2);

    List<Weigher.Weighed> weighed =
        weigh(List.of(new Explains(cause, symptom, "why")), claim(cause), claim(symptom));

    assertThat(weighed.get(0).hypothesis().cause()).isEqualTo("disk");
    assertThat(weighed.get(0).confidence).isCloseTo(0.8, within(1e-9));
    assertThat(weighed.get(1).explainedBy).isSameAs(weighed.get(0));
    assertThat(weighed.get(1).confidence).isLessThan(0.5);
  }

  @Test
  void nothingExplainsItself() {
    Hypothesis a = hypothesis("a", "", 0.8, 1);
    Hypothesis b = hypothesis("b", "", 0.7, 2);
    Hypothesis c = hypothesis("c", "", 0.6, 3);

    List<Weigher.Weighed> weighed =
        weigh(
            List.of(
                new Explains(a, b, ""),
                new Explains(b, c, ""),
                new Explains(c, a, ""),
                new Explains(a, a, "")),
            claim(a),
            claim(b),
            claim(c));

    assertThat(weighed.stream().filter(Weigher.Weighed::root)).hasSize(1);
    assertThat(weighed.get(0).hypothesis().cause()).isEqualTo("a");
  }

  @Test
  void whatWasLearnedFromOutcomesCorrectsEveryConfidence() {
    Weights learned = new Weights(Map.of("calibration.shift", -0.5, "calibration.slope", 0.5));
    Weigher.Weighed weighed =
        new Weigher(learned)
            .weigh(
                new Reasoning(
                    List.of(claim(hypothesis("a", "", 0.9, 1))), List.of(), List.of(), List.of()))
            .get(0);

    assertThat(weighed.confidence)
        .isCloseTo(1 / (1 + Math.exp(0.5 - 0.5 * Math.log(9))), within(1e-9));
    assertThat(weighed.contributions).extracting(Contribution::name).contains("calibration");
  }
}
