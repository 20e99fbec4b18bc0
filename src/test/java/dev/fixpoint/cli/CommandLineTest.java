package dev.fixpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user types, what comes out on which stream, and what the exit code says. */
class CommandLineTest {
  private static final String LOG =
      "collecting\nTraceback (most recent call last):\nModuleNotFoundError: No module named 'yaml'\n";

  @TempDir Path folder;

  private record Run(ExitCode exit, String out, String err) {}

  private Run run(String... args) {
    return runWith("", args);
  }

  private Run runWith(String stdin, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Session session =
        new Session(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
            folder,
            folder,
            System.getProperty("user.name"),
            false);
    ExitCode exit = new FixpointCli(session).run(args);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return name;
  }

  private static Node.Fields json(String text) throws Exception {
    return DocumentReader.json(text).asFields();
  }

  @Test
  void aLogIsReadAndTheReportStandsAloneOnStandardOutput() throws IOException {
    Run run = run("analyze", write("a.log", LOG));

    assertThat(run.exit).isEqualTo(ExitCode.OK);
    assertThat(run.out).startsWith("✗ Python module yaml").contains("> 3 │ ModuleNotFoundError");
    assertThat(run.err).isEmpty();
  }

  @Test
  void standardInputIsADash() throws Exception {
    Run run = runWith(LOG, "analyze", "-", "--format", "json");

    assertThat(json(run.out).items("diagnoses").get(0).asFields().text("kind"))
        .hasValue("dependency-missing");
  }

  @Test
  void manyLogsAreOneLineEach() throws Exception {
    write("logs/a.log", LOG);
    write("logs/b.log", "nothing here\n");

    Run run = run("analyze", "logs", "--format", "jsonl");

    List<String> lines = run.out.lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(json(lines.get(0)).fields("source").text("name").orElse("")).endsWith("a.log");
    assertThat(json(lines.get(1)).fields("verdict").text("kind")).hasValue("Inconclusive");
  }

  @Test
  void everyFormatIsWritten() throws Exception {
    String log = write("a.log", LOG);

    assertThat(run("analyze", log, "--format", "markdown").out).startsWith("## Python module");
    assertThat(run("analyze", log, "--format", "html").out).startsWith("<!doctype html>");
    assertThat(json(run("analyze", log, "--format", "sarif").out).text("version"))
        .hasValue("2.1.0");
    assertThat(run("analyze", log, "--color", "always").out).contains("\u001b[31m");
    assertThat(run("explain", log).out)
        .contains("found by python.module-not-found@", "rule python.");
    assertThat(json(run("explain", log, "--format", "json").out).fields().keySet())
        .containsExactly("record", "rejected");
  }

  @Test
  void aVerdictCanFailTheCommand() throws IOException {
    String log = write("a.log", LOG);

    assertThat(run("analyze", log, "--fail-on", "suggest").exit).isEqualTo(ExitCode.VERDICT);
    assertThat(run("analyze", log, "--fail-on", "rerun,autofix").exit).isEqualTo(ExitCode.OK);
    assertThat(run("analyze", log, "--fail-on", "anything").exit).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anInputThatCannotBeUsedIsNamedAndTheOthersAreAnalysed() throws IOException {
    write("a.log", LOG);
    Files.write(folder.resolve("b.log"), new byte[] {0x7f, 'E', 'L', 'F', 1, 1, 1, 0, 0});
    Files.write(
        folder.resolve("c.log.gz"), new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9});
    Files.write(folder.resolve("d.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    Files.createDirectories(folder.resolve("empty"));

    Run run =
        run(
            "analyze",
            "b.log",
            "nothing.log",
            "c.log.gz",
            "d.zip",
            "empty",
            "a.log",
            "--format",
            "jsonl");

    assertThat(run.exit).isEqualTo(ExitCode.INPUT);
    assertThat(run.out.lines()).hasSize(1);
    assertThat(run.err)
        .contains("b.log: this is a binary file")
        .contains("nothing.log: no such file or folder")
        .contains("c.log.gz: the gzip file is broken")
        .contains("d.zip: the archive cannot be read")
        .contains("empty: the folder holds no logs");
  }

  @Test
  void anEmptyLogIsAVerdict() throws Exception {
    Run run = run("analyze", write("a.log", ""), "--format", "json");

    assertThat(run.exit).isEqualTo(ExitCode.OK);
    assertThat(json(run.out).fields("verdict").text("kind")).hasValue("Inconclusive");
    assertThat(json(run.out).items("problems")).hasSize(1);
  }

  @Test
  void mistakesOnTheCommandLineAreUsage() {
    assertThat(run("analyze", "--bogus", "x").exit).isEqualTo(ExitCode.USAGE);
    assertThat(run("analyze").exit).isEqualTo(ExitCode.USAGE);
    assertThat(run("frobnicate").exit).isEqualTo(ExitCode.USAGE);
    assertThat(run("analyze", "x", "--format", "pdf").err).contains("text, json, jsonl");
    assertThat(run("patterns").exit).isEqualTo(ExitCode.USAGE);
    assertThat(run().exit).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aContradictoryPolicyIsRefusedWithItsPlace() throws IOException {
    write("fixpoint.yml", "thresholds:\n  act: 0.2\n  suggest: 0.6\n");

    Run run = run("analyze", write("a.log", LOG));

    assertThat(run.exit).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err).contains("fixpoint.yml:2").contains("acting needs at least");
  }

  @Test
  void anInvalidPatternOrRuleIsRefusedWithItsPlace() throws IOException {
    write("p/tool/x.yaml", "id: tool.x\n");
    write("r/area/x.drl", "package rules.area;\nrule \"a\"\n  when\n    Nothing( )\n  then\nend\n");
    String log = write("a.log", LOG);

    Run patterns = run("analyze", log, "--patterns", "p");
    Run rules = run("analyze", log, "--rules", "r");

    assertThat(patterns.exit).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(patterns.err).contains("x.yaml:1").contains("'severity' is missing");
    assertThat(rules.exit).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(rules.err).contains("x.drl:2").contains("has no @version");
    assertThat(run("patterns", "lint", "--patterns", "p").exit).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run("rules", "lint", "--rules", "r").exit).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run("analyze", log, "--patterns", "nowhere").exit).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void editedRulesAreCompiledOnceAndThenComeFromTheCache() throws IOException {
    String log = write("a.log", LOG);
    Path rules = Path.of("rules").toAbsolutePath();

    Run first = run("analyze", log, "--rules", rules.toString());
    List<String> cached;
    try (Stream<Path> list = Files.list(folder.resolve("cache/fixpoint"))) {
      cached = list.map(file -> file.getFileName().toString()).toList();
    }
    Run second = run("analyze", log, "--rules", rules.toString());

    assertThat(cached).hasSize(1).allMatch(name -> name.endsWith(".rules"));
    assertThat(second.out).isEqualTo(first.out);
  }

  @Test
  void aRecordIsReplayedAndWhatDiffersIsNamed() throws IOException {
    String log = write("a.log", LOG);
    write("record.json", run("analyze", log, "--format", "json").out);

    assertThat(run("replay", "record.json").exit).isEqualTo(ExitCode.OK);
    assertThat(run("replay", "record.json").out).contains("1 the same, 0 different");

    write("a.log", LOG.replace("yaml", "six"));
    Run different = run("replay", "record.json");
    assertThat(different.exit).isEqualTo(ExitCode.DIFFERENT);
    assertThat(different.out).contains("input  log: ").contains("result diagnoses[0]");
    assertThat(run("replay", write("x.json", "{}")).err).contains("no record of the form");
  }

  @Test
  void aJournalIsKeptAndChecked() throws IOException {
    String log = write("a.log", LOG);
    run("analyze", log, log, "--journal", "j.jsonl");

    assertThat(run("journal", "verify", "j.jsonl").out).startsWith("2 entries in order");
    assertThat(run("replay", "j.jsonl").out).contains("2 the same");

    Files.writeString(
        folder.resolve("j.jsonl"),
        Files.readString(folder.resolve("j.jsonl")).replace("yaml", "six"));
    assertThat(run("journal", "verify", "j.jsonl").exit).isEqualTo(ExitCode.DIFFERENT);
  }

  @Test
  void aCorpusIsMeasured() throws IOException {
    write("c/logs/one.log", LOG);
    write("c/logs/two.log", "all is well\n");
    write(
        "c/labels.jsonl",
        "{\"id\": \"one\", \"ci\": \"local\", \"outcome\": \"failed\", \"kind\": \"dependency-missing\","
            + " \"root\": 3, \"accept\": [[3, 3]], \"remedy\": \"suggest\", \"sure\": \"high\"}\n"
            + "{\"id\": \"two\", \"ci\": \"local\", \"outcome\": \"passed\"}\n");

    Run run = run("eval", "c");
    write("before.json", run("eval", "c", "--format", "json").out);
    write("c/logs/one.log", LOG.replace("No module named 'yaml'", "nothing"));
    Run after = run("eval", "c", "--misses", "--baseline", "before.json");

    assertThat(run.out)
        .contains("right@1                     1.000")
        .contains("passed logs, false alarms   1  0");
    assertThat(after.out).contains("WORSE   one");
  }

  @Test
  void patternsAndRulesCanBeLookedUp() {
    assertThat(run("patterns", "list", "python.").out).contains("python.module-not-found@");
    assertThat(run("patterns", "show", "python.module-not-found").out)
        .contains("regex", "literals");
    assertThat(run("patterns", "show", "no.such").exit).isEqualTo(ExitCode.USAGE);
    assertThat(run("rules", "list").out).contains("core.pattern-names-cause@");
    assertThat(run("rules", "show", "core.fatal").out).contains("core/arguments.drl");
  }

  @Test
  void helpNamesEveryExitCodeAndTheVersionCarriesDigests() {
    Run help = run("--help");
    Run version = run("--version");

    assertThat(help.exit).isEqualTo(ExitCode.OK);
    assertThat(Arrays.stream(ExitCode.values()))
        .allMatch(
            exit ->
                help.out.contains(exit.code() + "   ")
                    && help.out.contains(exit.meaning().substring(0, 20)));
    assertThat(version.out)
        .matches("(?s)fixpoint \\d.*patterns [0-9a-f]{64}.*rules +[0-9a-f]{64}\\s+");
    assertThat(run("completion").out).contains("complete").contains("analyze");
  }
}
