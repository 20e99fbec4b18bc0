package dev.fixpoint.parse;

import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.SectionKind;
import dev.fixpoint.model.TextBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A log that a test wrote, parsed: its lines as they came out, and what is known of the whole. */
record Parsed(LogDocument document, List<Line> lines) {

  /** A line of the body of a block. */
  record Line(long position, String text, int section, boolean echoed) {}

  static Parsed of(String log) {
    return of(log.getBytes(StandardCharsets.UTF_8));
  }

  static Parsed of(byte[] log) {
    return of(LogInput.of("test", () -> new ByteArrayInputStream(log)));
  }

  static Parsed of(LogInput input) {
    List<Line> lines = new ArrayList<>();
    try {
      LogDocument document =
          new LogParser(ParseLimits.DEFAULT).parse(input, block -> collect(block, lines));
      return new Parsed(document, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(TextBlock block, List<Line> lines) {
    for (int i = block.bodyFirst(); i < block.bodyEnd(); i++) {
      lines.add(new Line(block.position(i), block.text(i), block.section(i), block.echoed(i)));
    }
  }

  List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }

  List<LogSection> steps() {
    return document.sections().stream()
        .filter(section -> section.kind() == SectionKind.STEP)
        .toList();
  }

  LogSection step(String title) {
    return steps().stream()
        .filter(step -> step.title().startsWith(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + title + " in " + steps()));
  }

  LogSection sectionOf(String text) {
    Line line =
        lines.stream()
            .filter(one -> one.text().equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no line " + text + " in " + texts()));
    return document.section(line.section());
  }
}
