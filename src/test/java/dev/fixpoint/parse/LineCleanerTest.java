package dev.fixpoint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person would read stays; what only a terminal understands goes. */
class LineCleanerTest {

  private static List<String> clean(byte[] raw) {
    List<String> segments = new ArrayList<>();
    LineCleaner cleaner =
        new LineCleaner(
            1 << 20,
            (bytes, start, end) ->
                segments.add(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
    cleaner.clean(raw, 0, raw.length);
    return segments;
  }

  private static List<String> clean(String raw) {
    return clean(raw.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "colours            | <ESC>[1m<ESC>[31merror<ESC>[0m: no | error: no",
        "256 colours        | <ESC>[38;5;9merror<ESC>[0m         | error",
        "erase line         | <ESC>[2K<ESC>[1Gready             | ready",
        "window title       | <ESC>]0;title<BEL>ready           | ready",
        "hyperlink          | <ESC>]8;;x://y<ESC>\\ready         | ready",
        "character set      | <ESC>(Bready                      | ready",
        "keypad mode        | <ESC>[?1h<ESC>=ready              | ready",
        "cut off            | ready<ESC>[                       | ready",
        "caret notation     | ^[[96mready^[[0m                  | ready",
        "a lone caret       | a ^ b ^[c                         | a ^ b ^[c",
        "byte order mark    | <BOM>re<BOM>ady                   | ready",
        "zero bytes         | re<NUL>ady                        | ready",
        "backspaces         | readz<BS>y                        | ready",
        "tabs stay          | a<TAB>b                           | a<TAB>b",
      })
  void controlGoesAndTextStays(String what, String raw, String expected) {
    assertThat(clean(decode(raw))).as(what).containsExactly(decode(expected));
  }

  private static String decode(String text) {
    return text.replace("<ESC>", "\u001b")
        .replace("<BEL>", "\u0007")
        .replace("<BOM>", "\ufeff")
        .replace("<NUL>", "\0")
        .replace("<BS>", "\b")
        .replace("<TAB>", "\t");
  }

  @Property
  void noControlCharacterSurvivesWhateverComesIn(@ForAll byte[] raw) {
    for (String segment : clean(raw)) {
      assertThat(segment.chars()).allMatch(c -> c == '\t' || c >= 0x20 && c != 0x7f);
    }
  }

  @Property
  void plainTextIsNotTouched(@ForAll @AlphaChars String text) {
    assertThat(clean(text)).containsExactly(text);
  }
}
