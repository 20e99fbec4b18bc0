package dev.fixpoint.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions match lines in bounded time, and behind the tags other tools put in front. */
class LinePatternTest {

  private static LinePattern pattern(String regex) {
    try {
      return LinePattern.of(regex, LinePattern.check(regex), false);
    } catch (RegexSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void namedGroupsAreCaptured() {
    assertThat(pattern("no (?<what>\\w+) in (?<where>\\w+)").match("there is no cake in box"))
        .isEqualTo(Map.of("what", "cake", "where", "box"));
  }

  @Test
  void aGroupThatTookNoPartIsLeftOut() {
    assertThat(pattern("a(?<b>b)?c").match("ac")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm ERR! code E404",
        "[ERROR] npm ERR! code E404",
        "     [exec] npm ERR! code E404",
        "[INFO] [npm-install] npm ERR! code E404",
        "stderr: npm ERR! code E404",
        "##[error]npm ERR! code E404",
      })
  void anAnchorHoldsBehindTags(String line) {
    assertThat(pattern("^npm ERR! code (?<code>\\w+)").match(line)).containsEntry("code", "E404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"echo npm ERR! code E404", "x [ERROR] npm ERR! code E404", "  npm ERR! code"})
  void anAnchorHoldsNowhereElse(String line) {
    assertThat(pattern("^npm ERR! code (?<code>\\w+)").match(line)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(?=x)y", "(a)\\1", "(?<!x)y", "a++b", "[unclosed", "(unclosed", "(?P<n>x)"})
  void whatOneOfTheEnginesRefusesIsRefused(String regex) {
    assertThatThrownBy(() -> LinePattern.check(regex)).isInstanceOf(RegexSyntaxException.class);
  }

  @Test
  void aLineThatWouldTakeForeverIsDecidedInTime() {
    LinePattern evil = pattern("^(?:(?:a+)+)+(?<end>b)$");
    String line = "a".repeat(10_000);
    long started = System.nanoTime();

    assertThat(evil.match(line)).isNull();
    assertThat(evil.match(line + "b")).containsEntry("end", "b");
    assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(2_000);
  }

  @Test
  void deepRecursionIsNoCrash() {
    assertThat(pattern("^(?:a|b)*c$").match("ab".repeat(50_000) + "c")).isNotNull();
  }

  @Test
  void bothEnginesAgree() throws RegexSyntaxException {
    String regex = "(?i)^(?:fatal )?error: (?<message>.{4,})$";
    List<String> names = LinePattern.check(regex);
    LinePattern fast = LinePattern.of(regex, names, false);
    LinePattern linear = LinePattern.of(regex, names, true);
    for (String line :
        List.of("error: no way", "Fatal Error: ünïcode", "error: no", "x error: nope")) {
      assertThat(fast.match(line)).as(line).isEqualTo(linear.match(line));
    }
  }
}
