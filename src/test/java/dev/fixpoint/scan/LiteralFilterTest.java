package dev.fixpoint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The filter finds every literal everywhere, exactly as looking at every position would. */
class LiteralFilterTest {

  @Provide
  Arbitrary<String> literals() {
    return Arbitraries.strings().withChars('a', 'b', 'E', ' ', ':').ofMinLength(4).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b', 'B', 'e', ' ', ':').ofMaxLength(200);
  }

  @Property(tries = 3000)
  void findsWhatTheNaiveSearchFinds(
      @ForAll @Size(min = 1, max = 8) List<@From("literals") String> literals,
      @ForAll("texts") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Set<String> found = new TreeSet<>();
    new LiteralFilter(literals)
        .scan(bytes, 0, bytes.length, (literal, offset) -> found.add(literal + "@" + offset));

    assertThat(found).isEqualTo(naive(literals, text));
  }

  private static Set<String> naive(List<String> literals, String text) {
    Set<String> found = new TreeSet<>();
    String folded = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < literals.size(); i++) {
      String literal = literals.get(i).toLowerCase(Locale.ROOT);
      for (int at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1)) {
        found.add(i + "@" + at);
      }
    }
    return found;
  }

  @Test
  void looksNowhereOutsideOfItsStretch() {
    byte[] bytes = "needle needle needle".getBytes(StandardCharsets.UTF_8);
    List<Integer> offsets = new ArrayList<>();

    new LiteralFilter(List.of("needle"))
        .scan(bytes, 3, 17, (literal, offset) -> offsets.add(offset));

    assertThat(offsets).containsExactly(7);
  }
}
