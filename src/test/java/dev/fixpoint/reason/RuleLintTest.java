package dev.fixpoint.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may not stand in a rule is named with file, line and what to write instead. */
class RuleLintTest {
  private static final String GOOD =
      """
      package rules.area;

      import dev.fixpoint.model.Finding;
      import dev.fixpoint.model.Hypothesis;

      rule "area.good"
        @version( 1 ) @since( "0.1.0" ) @status( stable ) @author( "us" ) @describe( "It is good." )
        when
          $finding : Finding( pattern == "tool.error" )
        then
          insertLogical( Hypothesis.of( $finding ) );
      end
      """;

  private static List<String> lint(String rules) {
    RuleSources sources =
        new RuleSources(Path.of("rules"), Map.of("area/topic.drl", rules), "explained: -1", "");
    return RuleLint.check(sources, Set.of("tool.error"), Set.of("tool.mend")).stream()
        .map(Problem::sentence)
        .toList();
  }

  private static void finds(String from, String to, String expected) {
    assertThat(GOOD).contains(from);
    assertThat(lint(GOOD.replace(from, to))).anyMatch(problem -> problem.contains(expected));
  }

  @Test
  void aGoodRuleHasNoProblems() {
    assertThat(lint(GOOD)).isEmpty();
  }

  @Test
  void missingDescriptionIsFound() {
    finds(" @author( \"us\" )", "", "area/topic.drl:6: the rule 'area.good' has no @author");
    finds("@version( 1 )", "@version( one )", "is no whole number");
    finds("@status( stable )", "@status( great )", "experimental, stable or deprecated");
  }

  @Test
  void orderAndSideEffectsAreFound() {
    finds("  when", "  salience 10\n  when", "has 'salience'");
    finds("insertLogical(", "System.out.println( 1 ); insertLogical(", "does more than conclude");
    finds("insertLogical(", "insert(", "the consequence is one insertLogical");
    finds("$finding : Finding", "eval( true ) $finding : Finding", "uses 'eval'");
    finds("pattern == \"tool.error\"", "pattern matches \"tool.*\"", "slower than '=='");
    finds(
        "import dev.fixpoint.model.Finding;",
        "import java.io.File;\nimport dev.fixpoint.model.Finding;",
        "'java.io.File' is imported");
  }

  @Test
  void namesThatPointAtNothingAreFound() {
    finds("tool.error", "tool.nothing", "there is no pattern 'tool.nothing'");
    finds(
        "Hypothesis.of( $finding )",
        "Hypothesis.of( $finding ).fixedBy( \"tool.none\" )",
        "there is no fix 'tool.none'");
    finds("package rules.area", "package rules.other", "the package is 'rules.other'");
  }

  @Test
  void mistakesOfTheLanguageAreNamedWithTheirLine() {
    finds("Finding( pattern", "Finding( patern", "area/topic.drl:");
    finds(
        "Finding( pattern == \"tool.error\" )",
        "Finding( pattern == \"tool.error\"",
        "area/topic.drl:1");
    finds("Hypothesis.of", "Hypothesis.off", "area/topic.drl:");
  }

  @Test
  void anIdThatIsTakenIsFound() {
    assertThat(lint(GOOD + GOOD.substring(GOOD.indexOf("rule "))))
        .anyMatch(problem -> problem.contains("stands also at"));
  }
}
