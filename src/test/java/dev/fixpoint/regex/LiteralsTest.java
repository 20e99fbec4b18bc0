package dev.fixpoint.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A literal is only ever taken for mandatory when no match can do without it. */
class LiteralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "error: (?<m>.+)                       ; error:_",
        "^npm (?:ERR!|error) code              ; npm err! code,npm error code",
        "[Ee]rror: x                           ; error: x",
        "(?:abcd)+                             ; abcd",
        "foo\\.bar: \\d+                       ; foo.bar:_",
        "(?<f>\\S+\\.(?:py|pyi)):(?<l>\\d+):_   ; .py:,.pyi:",
        "No (?:such )?file                     ; no file,no such file",
      })
  void literalsAreFound(String regex, String expected) throws RegexSyntaxException {
    assertThat(Literals.of(regex.strip()))
        .containsExactlyInAnyOrder(expected.strip().replace('_', ' ').split(",", -1));
  }

  @Test
  void whereNoneIsLongEnoughNoneIsFound() throws RegexSyntaxException {
    assertThat(Literals.of("\\w+: \\d+")).isEmpty();
    assertThat(Literals.of("(?:abcd)?x")).isEmpty();
    assertThat(Literals.of("abcd|x")).isEmpty();
  }

  @Test
  void aDeclaredLiteralIsProvenOrRefused() throws RegexSyntaxException {
    assertThat(
            Literals.mandatory(
                "(?<f>\\S+\\.java):(?<l>\\d+): error: (?<m>.+)", List.of(": error: ")))
        .isTrue();
    assertThat(Literals.mandatory("Could not (?:find|resolve) it", List.of("could not "))).isTrue();
    assertThat(Literals.mandatory("Could not (?:find|resolve) it", List.of("not find"))).isFalse();
    assertThat(Literals.mandatory("a|b", List.of("a"))).isFalse();
  }

  /** Expressions of few parts over few letters, so that random texts match them often. */
  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> atoms =
        Arbitraries.of("a", "b", "ab", ".", "[ab]", "(?:ab|b)", "(?:a|bb)", "\\w");
    Arbitrary<String> parts =
        atoms.flatMap(
            atom ->
                Arbitraries.of("", "*", "+", "?", "{2}")
                    .map(
                        times ->
                            atom.length() > 1
                                    && !atom.startsWith("(")
                                    && !atom.startsWith("[")
                                    && !atom.startsWith("\\")
                                ? "(?:" + atom + ")" + times
                                : atom + times));
    Arbitrary<String> sequence =
        parts.list().ofMinSize(1).ofMaxSize(4).map(list -> String.join("", list));
    return sequence.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("|", list));
  }

  @Property(tries = 3000)
  void everyMatchHoldsAMandatoryText(
      @ForAll("expressions") String regex, @ForAll("texts") String text) throws Exception {
    List<Set<String>> required = RegexTree.parse(regex).required();
    java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(regex).matcher(text);
    if (matcher.find()) {
      String match = matcher.group().toLowerCase(Locale.ROOT);
      for (Set<String> set : required) {
        assertThat(set).as("%s in %s", regex, match).anyMatch(match::contains);
      }
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b', 'c').ofMaxLength(12);
  }

  @Property(tries = 1000)
  void aBranchMatchesOnlyWhatTheWholeMatches(
      @ForAll("expressions") String regex, @ForAll("texts") String text) throws Exception {
    for (String branch : LinePattern.branches(regex)) {
      if (java.util.regex.Pattern.compile("^(?:" + branch + ")$").matcher(text).find()) {
        assertThat(java.util.regex.Pattern.compile("^(?:" + regex + ")$").matcher(text).find())
            .as("%s of %s on '%s'", branch, regex, text)
            .isTrue();
      }
    }
  }
}
