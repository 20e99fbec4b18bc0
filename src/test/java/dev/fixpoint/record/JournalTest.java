package dev.fixpoint.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing in a journal can be changed, taken out or put in unseen. */
class JournalTest {
  @TempDir Path folder;
  private Path file;
  private Journal journal;

  @BeforeEach
  void writeThreeEntries() throws IOException {
    file = folder.resolve("journal.jsonl");
    journal = new Journal(file);
    for (int i = 0; i < 3; i++) {
      journal.append(
          Records.with("entry " + i), Instant.parse("2026-01-0" + (i + 1) + "T00:00:00Z"));
    }
  }

  private long brokenLine() throws IOException {
    Journal.Check check = journal.verify();
    return check.problems().isEmpty() ? 0 : check.entries() + 1;
  }

  @Test
  void anUntouchedJournalHolds() throws IOException {
    Journal.Check check = journal.verify();

    assertThat(check.entries()).isEqualTo(3);
    assertThat(check.problems()).isEmpty();
    assertThat(RecordedAnalysis.read(Files.readString(file)))
        .extracting(RecordedAnalysis::log)
        .containsExactly("entry 0", "entry 1", "entry 2");
  }

  @Test
  void aChangedEntryIsFound() throws IOException {
    Files.writeString(file, Files.readString(file).replace("entry 1", "entry x"));

    assertThat(brokenLine()).isEqualTo(2);
  }

  @Test
  void aRemovedEntryIsFound() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(1);
    Files.write(file, lines);

    assertThat(brokenLine()).isEqualTo(2);
  }

  @Test
  void swappedEntriesAreFound() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(1, lines.remove(2));
    Files.write(file, lines);

    assertThat(brokenLine()).isEqualTo(2);
  }

  @Test
  void aChangedTimeIsFound() throws IOException {
    Files.writeString(file, Files.readString(file).replace("2026-01-03", "2026-01-04"));

    assertThat(brokenLine()).isEqualTo(3);
  }

  @Test
  void anEntryThatWasCutOffIsFoundAndNothingIsAppendedToIt() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 40));

    assertThat(brokenLine()).isEqualTo(3);
    assertThatThrownBy(() -> journal.append(Records.with("x"), Instant.EPOCH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken");
  }
}
