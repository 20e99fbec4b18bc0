package dev.fixpoint.record;

import dev.fixpoint.model.AnalysisRecord;
import dev.fixpoint.model.Problem;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of records. Each entry is a line {@code {"entry":n,"at":time,"previous":hash,
 * "hash":hash,"record":{...}}}; its hash covers everything before it on the line, the record, and
 * the hash of the entry before, so that nothing can be changed, taken out or put in unseen. Cutting
 * entries off the end is seen only by whoever kept the last hash.
 */
public final class Journal {
  private static final String GENESIS = "0".repeat(64);
  private static final String RECORD = ",\"record\":";

  private final Path file;

  /**
   * @param file the journal; made when it is first written to
   */
  public Journal(Path file) {
    this.file = file;
  }

  /**
   * Appends a record. Several processes may do so at once.
   *
   * @param record the record
   * @param at the time of writing
   * @return the hash of the entry
   * @throws IOException when the journal cannot be written, or its last entry is broken
   */
  public String append(AnalysisRecord record, Instant at) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Entry last = lastEntry(channel);
      long number = last == null ? 1 : last.number + 1;
      String previous = last == null ? GENESIS : last.hash;
      String json = RecordJson.line(record);
      String hash = hash(number, at.toString(), previous, json);
      String line =
          "{\"entry\":"
              + number
              + ",\"at\":\""
              + at
              + "\",\"previous\":\""
              + previous
              + "\",\"hash\":\""
              + hash
              + "\""
              + RECORD
              + json
              + "}\n";
      channel.position(channel.size());
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return lock.isValid() ? hash : "";
    }
  }

  private record Entry(long number, String hash) {}

  private @Nullable Entry lastEntry(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return null;
    }
    channel.position(0);
    // The reader is not closed: it would close the channel.
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    String last = "";
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      last = line;
    }
    try {
      Node.Fields entry = DocumentReader.json(last).asFields();
      return new Entry(
          Long.parseLong(entry.text("entry").orElse("")), entry.text("hash").orElseThrow());
    } catch (SyntaxException | RuntimeException e) {
      throw new IOException(
          file + ": the last entry is broken; nothing is appended. See 'fixpoint journal verify'",
          e);
    }
  }

  private static String hash(long number, String at, String previous, String record) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String covered = number + "\n" + at + "\n" + previous + "\n" + record;
      return HexFormat.of().formatHex(digest.digest(covered.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * What a check of a journal found.
   *
   * @param entries how many entries are whole and in order
   * @param lastHash the hash of the last of them
   * @param problems what is broken; empty when nothing is
   */
  public record Check(long entries, String lastHash, List<Problem> problems) {
    public Check {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Checks every entry.
   *
   * @throws IOException when the journal cannot be read
   */
  public Check verify() throws IOException {
    List<Problem> problems = new ArrayList<>();
    long number = 0;
    String previous = GENESIS;
    try (InputStream in = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int lineNumber = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lineNumber++;
        String broken = broken(line, number + 1, previous);
        if (!broken.isEmpty()) {
          problems.add(
              Problem.error(
                  Problem.Code.RECORD_INVALID,
                  file + ":" + lineNumber,
                  broken,
                  "entries from here on are not proven"));
          break;
        }
        number++;
        previous = field(line, "hash");
      }
    }
    return new Check(number, previous, problems);
  }

  /** What is wrong with an entry; empty when nothing is. */
  private static String broken(String line, long number, String previous) {
    int at = line.indexOf(RECORD);
    if (at < 0 || !line.endsWith("}")) {
      return "this is no whole entry";
    }
    String record = line.substring(at + RECORD.length(), line.length() - 1);
    if (!field(line, "previous").equals(previous)) {
      return "this entry does not follow from the one before it: one was changed, taken out or put in";
    }
    boolean intact =
        line.startsWith("{\"entry\":" + number + ",")
            && field(line, "hash").equals(hash(number, field(line, "at"), previous, record));
    return intact ? "" : "this entry was changed";
  }

  /** A field of the head of an entry, in front of its record. */
  private static String field(String line, String name) {
    String mark = "\"" + name + "\":\"";
    int start = line.indexOf(mark);
    int end = start < 0 ? -1 : line.indexOf('"', start + mark.length());
    return end < 0 ? "" : line.substring(start + mark.length(), end);
  }
}
