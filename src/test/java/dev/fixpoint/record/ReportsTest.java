package dev.fixpoint.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Reports say what is in the record, and text of a log can do nothing in any of them. */
class ReportsTest {

  /** Text that means something to a terminal, to Markdown, to HTML, to GitHub, or to JSON. */
  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "\u001b[31m",
            "\u0007",
            "\u009b31m",
            "\u202e",
            "\u200b",
            "```",
            "````",
            "~~~",
            "<script>",
            "</pre>",
            "<!--",
            "-->",
            "&lt;",
            "@octocat",
            "#1",
            "fixes #2",
            "::error::x",
            "##[error]x",
            "::add-path::/x",
            "https://evil.example",
            "[a](b)",
            "![a](b)",
            "|",
            "\"",
            "\\",
            "'",
            "\t",
            "a",
            "é",
            "💥",
            "{",
            "}")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void noReportLetsControlCharactersThrough(@ForAll("hostile") String text) {
    AnalysisRecord record = Records.with(text);
    for (String report :
        List.of(
            TextReport.render(record, Style.PLAIN),
            ExplainReport.render(record, Style.PLAIN),
            MarkdownReport.render(List.of(record)),
            HtmlReport.render(List.of(record)))) {
      assertThat(report.chars())
          .noneMatch(c -> c < 0x20 && c != '\n' && c != '\t')
          .noneMatch(c -> c >= 0x7f && c < 0xa0)
          .noneMatch(c -> c == 0x202e);
    }
  }

  @Property(tries = 500)
  void noReportIsAWorkflowCommand(@ForAll("hostile") String text) {
    AnalysisRecord record = Records.with(text);
    for (String report :
        List.of(
            TextReport.render(record, Style.PLAIN),
            ExplainReport.render(record, Style.PLAIN),
            MarkdownReport.render(List.of(record)),
            HtmlReport.render(List.of(record)),
            SarifReport.render(List.of(record)),
            RecordJson.pretty(record),
            RecordJson.line(record))) {
      assertThat(report.lines().map(String::strip))
          .noneMatch(line -> line.startsWith("::") || line.contains("##["));
    }
  }

  @Property(tries = 500)
  void markdownKeepsTextInFencesOrEscapesIt(@ForAll("hostile") String text) {
    List<String> outside = new ArrayList<>();
    String fence = "";
    for (String line : MarkdownReport.render(List.of(Records.with(text))).split("\n", -1)) {
      if (fence.isEmpty() && line.startsWith("```")) {
        fence = line.replaceAll("[^`].*", "");
      } else if (!fence.isEmpty() && line.equals(fence)) {
        fence = "";
      } else if (fence.isEmpty()) {
        outside.add(line);
      }
    }

    assertThat(fence).as("every fence is closed").isEmpty();
    assertThat(outside)
        .noneMatch(line -> line.contains("<script"))
        .noneMatch(line -> line.contains("@octocat"))
        .noneMatch(line -> line.contains("https://evil"))
        .noneMatch(line -> line.contains("[a](b)"));
  }

  @Property(tries = 500)
  void htmlHoldsNoTagOfTheText(@ForAll("hostile") String text) {
    String html = HtmlReport.render(List.of(Records.with(text)));

    assertThat(html).doesNotContain("<script").doesNotContain("<!--");
    assertThat(html.split("</pre>", -1)).hasSize(2);
  }

  @Property(tries = 500)
  void jsonIsReadBackAsItWasWritten(@ForAll("hostile") String text) throws Exception {
    AnalysisRecord record = Records.with(text);

    Node.Fields read = DocumentReader.json(RecordJson.line(record)).asFields();
    Node.Fields first = read.items("diagnoses").get(0).asFields();

    assertThat(first.text("title").orElse("")).isEqualTo(text);
    assertThat(Differences.between(read, DocumentReader.json(RecordJson.pretty(record)))).isEmpty();
    assertThat(RecordJson.line(record)).doesNotContain("\n");
    DocumentReader.json(SarifReport.render(List.of(record)));
  }

  @Test
  void theFirstThingOnTheScreenIsTheCause() {
    String report = TextReport.render(Records.with("the widget is upside down"), Style.PLAIN);

    assertThat(report.lines().findFirst()).hasValue("✗ the widget is upside down  [compile]");
    assertThat(report)
        .contains("> 3 │ the widget is upside down")
        .contains(
            "What to do", "How sure", "81 %", "It caused", "Verdict", "Next", "fixpoint explain");
  }

  @Test
  void theRecordKeepsItsContract() throws Exception {
    Node.Fields record = DocumentReader.json(RecordJson.line(Records.with("x"))).asFields();

    assertThat(record.fields().keySet())
        .containsExactly(
            "schema", "source", "verdict", "diagnoses", "problems", "engine", "timings");
    assertThat(record.fields("verdict").text("kind")).hasValue("Suggest");
    assertThat(record.items("diagnoses").get(0).asFields().fields().keySet())
        .contains(
            "cause",
            "kind",
            "title",
            "confidence",
            "contributions",
            "root",
            "evidence",
            "entities",
            "explains",
            "explainedBy",
            "fingerprint",
            "rule",
            "fix");
    assertThat(record.fields("engine").fields().keySet())
        .containsExactly("version", "catalog", "rules", "log");
  }

  @Test
  void aRecordIsReadBackWithItsInputs() throws Exception {
    RecordedAnalysis read =
        RecordedAnalysis.read(
                RecordJson.line(Records.with("x"))
                    + "\n"
                    + RecordJson.line(Records.with("y"))
                    + "\n")
            .get(1);

    assertThat(read.log()).isEqualTo("y");
    assertThat(read.run()).isEqualTo(Records.with("y").run());
    assertThat(read.checkout()).isEqualTo(Records.with("y").checkout());
    assertThat(read.policy()).isEqualTo(Records.with("y").policy());
  }

  @Test
  void differencesAreNamedByTheirPath() throws Exception {
    Node before = DocumentReader.json("{\"a\": {\"b\": [1, 2]}, \"c\": 3}");
    Node after = DocumentReader.json("{\"a\": {\"b\": [1, 4, 5]}}");

    assertThat(Differences.between(before, after))
        .containsExactly("a.b[1]: 2 -> 4", "a.b[2]: nothing -> 5", "c: 3 -> nothing");
  }
}
