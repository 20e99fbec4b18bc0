package dev.fixpoint.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fixpoint.model.LogPart;
import dev.fixpoint.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a user names is found, or refused with the reason; the rest goes on. */
class LogInputsTest {
  @TempDir Path folder;

  private static LogInputs find(Object... names) {
    return LogInputs.of(
        List.of(names).stream().map(Object::toString).toList(),
        Path.of(""),
        new ByteArrayInputStream("from stdin\n".getBytes(StandardCharsets.UTF_8)));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < entries.length; i += 2) {
        out.putNextEntry(new ZipEntry(entries[i]));
        out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static List<Problem.Code> codes(LogInputs inputs) {
    return inputs.problems().stream().map(Problem::code).toList();
  }

  @Test
  void filesFoldersAndStandardInputAreLogs() throws IOException {
    write("b/two.log", "2\n");
    write("b/one.txt", "1\n");
    write("b/picture.png", "no log");
    Path file = write("a.out", "a\n");

    LogInputs inputs = find(file, folder.resolve("b"), "-");

    assertThat(inputs.problems()).isEmpty();
    assertThat(inputs.logs())
        .extracting(log -> Parsed.of(log).texts())
        .containsExactly(List.of("a"), List.of("1"), List.of("2"), List.of("from stdin"));
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    Path file = folder.resolve("x.log.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("packed\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Parsed.of(find(file).logs().get(0)).texts()).containsExactly("packed");
  }

  @Test
  void aBrokenGzipIsToldAsSuch() throws IOException {
    Path file = folder.resolve("x.log.gz");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    LogInput input = find(file).logs().get(0);

    assertThatThrownBy(() -> new LogParser(ParseLimits.DEFAULT).parse(input, block -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gzip");
  }

  @Test
  void aBinaryFileIsRefused() throws IOException {
    Path file = folder.resolve("x.log");
    Files.write(file, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0});
    LogInput input = find(file).logs().get(0);

    assertThatThrownBy(() -> new LogParser(ParseLimits.DEFAULT).parse(input, block -> {}))
        .hasMessageContaining("binary");
  }

  @Test
  void whatIsNotThereIsAProblemAndTheOthersAreFound() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path file = write("a.log", "a\n");

    LogInputs inputs = find(folder.resolve("nothing"), empty, file);

    assertThat(codes(inputs))
        .containsExactly(Problem.Code.INPUT_UNREADABLE, Problem.Code.INPUT_NO_LOGS);
    assertThat(inputs.logs()).hasSize(1);
  }

  @Test
  void theArchiveOfARunIsOneLogWithAPartForEachJob() throws IOException {
    Path run =
        zip(
            "run.zip",
            "10_test.txt",
            "ten\n",
            "2_build (ubuntu).txt",
            "two\n",
            "build (ubuntu)/1_Set up job.txt",
            "not read: the job's own text is there\n",
            "__MACOSX/2_build.txt",
            "noise\n");

    LogInputs inputs = find(run);

    assertThat(inputs.logs()).hasSize(1);
    Parsed parsed = Parsed.of(inputs.logs().get(0));
    assertThat(parsed.texts()).containsExactly("two", "ten");
    assertThat(parsed.document().parts())
        .containsExactly(new LogPart("2_build (ubuntu).txt", 1), new LogPart("10_test.txt", 2));
    assertThat(parsed.document().lineInPart(2)).isEqualTo(1);
  }

  @Test
  void jobsWhoseNumberIsNegativeAndJobsOfWhichOnlyStepsAreThereAreRead() throws IOException {
    Path run =
        zip(
            "run.zip",
            "-3_lint.txt",
            "lint\n",
            "test/2_Run make.txt",
            "make\n",
            "test/10_Complete job.txt",
            "done\n",
            "test/system.txt",
            "system\n");

    Parsed parsed = Parsed.of(find(run).logs().get(0));

    assertThat(parsed.texts()).containsExactly("lint", "make", "done");
    assertThat(parsed.step("Run make").title()).isEqualTo("Run make");
  }

  @Test
  void anArchiveOfAnotherFormGivesEachOfItsLogs() throws IOException {
    LogInputs inputs = find(zip("logs.zip", "a/x.log", "x\n", "y.txt", "y\n", "z.png", "z"));

    assertThat(inputs.logs()).extracting(LogInput::name).allMatch(name -> name.contains("!/"));
    assertThat(inputs.logs()).hasSize(2);
  }

  @Test
  void entriesThatLeaveTheArchiveAreNotRead() throws IOException {
    LogInputs inputs = find(zip("evil.zip", "../../0_evil.txt", "evil\n", "1_good.txt", "good\n"));

    assertThat(codes(inputs)).containsExactly(Problem.Code.ARCHIVE_REFUSED);
    assertThat(Parsed.of(inputs.logs().get(0)).texts()).containsExactly("good");
  }

  @Test
  void anEntryThatWouldUnpackToFarMoreThanTextDoesIsNotRead() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("0_bomb.txt"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }

    LogInputs inputs = find(file);

    assertThat(codes(inputs))
        .containsExactly(Problem.Code.ARCHIVE_REFUSED, Problem.Code.INPUT_NO_LOGS);
  }

  @Test
  void anArchiveThatIsCutOffIsToldAsSuch() throws IOException {
    Path whole = zip("whole.zip", "0_a.txt", "a\n".repeat(1000));
    byte[] bytes = Files.readAllBytes(whole);
    Path file = folder.resolve("half.zip");
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(codes(find(file))).containsExactly(Problem.Code.ARCHIVE_BROKEN);
  }

  @Test
  void aStreamThatUnpacksWithoutEndIsStopped() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };

    assertThatThrownBy(() -> new InflationGuard(endless, 1000).readAllBytes())
        .hasMessageContaining("1000 bytes");
  }
}
