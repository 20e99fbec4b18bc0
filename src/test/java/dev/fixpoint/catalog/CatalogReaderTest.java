package dev.fixpoint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An author sees every mistake of every file at once, each with its place and a remedy. */
class CatalogReaderTest {
  private static final String GOOD =
      """
      id: tool.good
      version: 1
      status: stable
      title: It broke with {message}
      description: It broke.
      category: compile
      severity: error
      weight: 0.8
      match:
        literals: ['error: ']
        regex: '^error: (?<message>.+)$'
      captures:
        message: {group_by: true, tables: [tool.names]}
      explains: ['kind:test']
      examples:
        must_match:
          - text: 'error: no'
            captures: {message: 'no'}
        must_not_match:
          - text: 'warning: no'
            why: a warning
      references: [the tool itself]
      diagnosis:
        cause: compile.error
        fix: tool.mend
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFolder() throws IOException {
    write("tool/good.yaml", GOOD);
    write(
        "_tables/tool.names.tsv",
        "# source: us\n# entity: name\n# match: exact\nno\tyes\tvouched\t\n");
    write(
        "_fixes/tool.mend.yaml",
        """
        id: tool.mend
        version: 1
        status: stable
        title: Mend it
        advice: Mend it.
        risk: source
        actions: [{verb: advise}]
        needs: [checkout]
        verification: It works.
        confidence: 0.5
        """);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> problems() throws IOException {
    return CatalogReader.read(folder, true).problems().stream()
        .map(problem -> folder.relativize(Path.of(problem.location())) + " " + problem.message())
        .toList();
  }

  @Test
  void aGoodFolderHasNoProblems() throws IOException {
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "unknown key      | version: 1      | version: 1\\ncolour: red | tool/good.yaml:3 'colour' is not a key here",
        "wrong order      | title: It broke with {message}\\ndescription: It broke. | description: It broke.\\ntitle: It broke with {message} | 'title' stands behind 'description'",
        "missing key      | severity: error\\n | \"\"           | 'severity' is missing",
        "wrong word       | severity: error | severity: bad   | tool/good.yaml:7 'severity' is 'bad', which is not on its list",
        "wrong number     | weight: 0.8     | weight: 8       | tool/good.yaml:8 'weight' is '8'",
        "no whole number  | version: 1      | version: one    | tool/good.yaml:2 'version' is 'one'",
        "wrong id         | id: tool.good   | id: tool.bad    | tool/good.yaml:1 the id is 'tool.bad', its path says 'tool.good'",
        "no RE2           | (?<message>.+)  | (?=x)(?<message>.+) | tool/good.yaml:11 not an expression of RE2",
        "unnamed group    | (?<message>.+)  | (x)?(?<message>.+)  | tool/good.yaml:11 a group without a name",
        "leading wildcard | '^error: (      | '.*error: (     | tool/good.yaml:11 the expression begins with a wildcard",
        "false literal    | ['error: ']     | ['error: x']    | tool/good.yaml:10 some match of the expression may hold none of",
        "short literal    | ['error: ']     | ['or:']         | tool/good.yaml:10 'or:' is shorter than 4 bytes",
        "unknown table    | [tool.names]    | [tool.nothing]  | there is no table 'tool.nothing'",
        "unknown fix      | fix: tool.mend  | fix: tool.none  | there is no fix 'tool.none'",
        "unknown symptom  | ['kind:test']   | ['tool.none']   | there is no pattern 'tool.none' to explain",
        "unknown kind     | ['kind:test']   | ['kind:x']      | tool/good.yaml:14 'kind:x' is no kind",
        "no such capture  | '  message: {'  | '  text: {'     | no expression captures 'text'",
        "not described    | '  message: {group_by: true, tables: [tool.names]}' | '  {}' | the capture 'message' is not described",
        "no negative      | '    - text: ''warning: no''\\n      why: a warning\\n' | \"\" | a pattern has at least one example",
        "no reference     | [the tool itself] | []            | no reference says where the message comes from",
        "key twice        | version: 1      | version: 1\\nversion: 2 | tool/good.yaml:3",
      })
  void aMistakeIsNamedWithItsPlace(String what, String right, String wrong, String expected)
      throws IOException {
    String from = unquote(right);
    String text = GOOD.replace(from, unquote(wrong));
    assertThat(GOOD).as(what).contains(from);
    write("tool/good.yaml", text);

    assertThat(problems()).as(what).anyMatch(problem -> problem.contains(expected));
  }

  private static String unquote(String cell) {
    String text = cell.replace("\\n", "\n");
    boolean quoted = text.length() > 1 && text.startsWith("'  ") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    write(
        "tool/good.yaml",
        GOOD.replace("weight: 0.8", "weight: 8").replace("status: stable", "status: x"));
    write("tool/other.yaml", "id: tool.other\nversion: [\n");

    assertThat(problems()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aChangedMeaningNeedsANewVersionAndAVanishedIdIsSeen() throws IOException {
    write("LOCK", CatalogReader.read(folder, true).lock().format());
    assertThat(problems()).isEmpty();

    write(
        "tool/good.yaml", GOOD.replace("description: It broke.", "description: It really broke."));
    assertThat(problems()).as("wording is no meaning").isEmpty();

    write("tool/good.yaml", GOOD.replace("^error: (", "^fatal error: ("));
    assertThat(problems()).anyMatch(problem -> problem.contains("means something else"));

    write(
        "tool/good.yaml",
        GOOD.replace("^error: (", "^fatal error: (").replace("version: 1", "version: 2"));
    assertThat(problems()).anyMatch(problem -> problem.contains("is not locked"));

    Files.delete(folder.resolve("tool/good.yaml"));
    assertThat(problems()).anyMatch(problem -> problem.contains("'tool.good' is gone"));
  }

  @Test
  void aPackedCatalogIsTheSame() throws IOException {
    Catalog catalog = CatalogReader.read(folder, true).catalog();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CatalogPack.write(catalog, new DataOutputStream(bytes));

    Catalog unpacked =
        CatalogPack.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(unpacked.digest()).isEqualTo(catalog.digest());
    assertThat(unpacked.fixes()).isEqualTo(catalog.fixes());
    assertThat(unpacked.tables()).isEqualTo(catalog.tables());
    assertThat(unpacked.patterns())
        .usingRecursiveComparison()
        .ignoringFields("examples", "match.regex.fast", "match.regex.linear")
        .isEqualTo(catalog.patterns());
  }

  @Test
  void aTableIsReadLineByLine() throws IOException {
    write("_tables/tool.names.tsv", "# source: us\nno\tyes\tmaybe\t\nno yes\n");

    assertThat(CatalogReader.read(folder, true).problems())
        .extracting(Problem::message)
        .contains("the head does not name 'entity'", "the head does not name 'match'")
        .filteredOn(message -> message.startsWith("this is not key, value"))
        .hasSize(2);
  }

  @Test
  void aDottedNameIsAnsweredByItsLongestKnownPrefix() throws IOException {
    write(
        "_tables/tool.names.tsv",
        "# source: us\n# entity: name\n# match: prefix\na\t1\tvouched\t\na.b\t2\tvouched\t\n");
    Table table = CatalogReader.read(folder, true).catalog().tables().get("tool.names");

    assertThat(table).isNotNull();
    assertThat(table.find("a.b.c"))
        .hasValueSatisfying(known -> assertThat(known.value()).isEqualTo("2"));
    assertThat(table.find("a.x"))
        .hasValueSatisfying(known -> assertThat(known.wholeName()).isFalse());
    assertThat(table.find("ab")).isEmpty();
  }
}
