package dev.fixpoint.authoring;

import dev.fixpoint.model.LineRange;
import dev.fixpoint.model.Problem;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What people say of the logs of a corpus: {@code labels.jsonl}, one object a line.
 *
 * @param all the labels, in the order of the file
 * @param problems lines that are no labels
 */
record Labels(List<Label> all, List<Problem> problems) {
  Labels {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /**
   * What people say of one log.
   *
   * @param id the log's name: {@code logs/<id>.log}
   * @param ci where it ran
   * @param failed whether the build failed
   * @param kind the sort of trouble
   * @param otherKind another that an expert would accept, or the empty string
   * @param root the line that best shows why; 0 when none does
   * @param accept ranges of lines that an expert would accept as the reason
   * @param remedy what an ideal careful tool does
   * @param sure whether the label counts
   */
  record Label(
      String id,
      String ci,
      boolean failed,
      String kind,
      String otherKind,
      long root,
      List<LineRange> accept,
      String remedy,
      boolean sure) {
    /** Whether figures are taken from this log. */
    boolean counts() {
      return failed && sure && !accept.isEmpty();
    }

    boolean acceptsLine(long line) {
      return accept.stream().anyMatch(range -> range.contains(line));
    }

    boolean acceptsKind(String id) {
      return !id.isEmpty() && (id.equals(kind) || id.equals(otherKind));
    }
  }

  static Labels read(Path file) throws IOException {
    List<Label> labels = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        labels.add(label(DocumentReader.json(line).asFields()));
      } catch (SyntaxException | IllegalArgumentException e) {
        problems.add(
            Problem.error(
                Problem.Code.LABELS_INVALID,
                file + ":" + number,
                "this is no label: " + e.getMessage(),
                "one JSON object a line, with id, ci and outcome at least"));
      }
    }
    return new Labels(labels, problems);
  }

  private static Label label(Node.Fields fields) {
    List<LineRange> accept = new ArrayList<>();
    for (Node item : fields.items("accept")) {
      List<Node> ends = item.asItems();
      accept.add(new LineRange(number(ends.get(0)), number(ends.get(ends.size() - 1))));
    }
    return new Label(
        fields.text("id").orElseThrow(() -> new IllegalArgumentException("it has no id")),
        fields.text("ci").orElse(""),
        fields.text("outcome").orElse("").equals("failed"),
        fields.text("kind").orElse(""),
        fields.text("kind2").orElse(""),
        fields.get("root").map(Labels::number).orElse(0L),
        accept,
        fields.text("remedy").orElse(""),
        !fields.text("sure").orElse("high").equals("low"));
  }

  private static long number(Node node) {
    return node.asText().map(Long::parseLong).orElse(0L);
  }
}
