package dev.fixpoint.catalog;

import dev.fixpoint.model.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions that were given out, with a digest of what each meant. A changed meaning under an
 * old version, or a vanished id, is a mistake that this file makes visible.
 *
 * @param entries the entries by id
 */
public record Lock(Map<String, Entry> entries) {
  private static final String HEAD =
      "# id version digest-of-meaning; written by the lock command, never by hand\n";

  public Lock {
    entries = new TreeMap<>(entries);
  }

  /**
   * One version of one thing.
   *
   * @param version the version
   * @param digest the digest of its meaning
   */
  public record Entry(int version, String digest) {}

  /**
   * Reads a lock file.
   *
   * @param text the file
   * @param path its path, for the location of problems
   * @param code the sort of problem to report
   * @param problems where problems go
   */
  public static Lock parse(String text, String path, Problem.Code code, List<Problem> problems) {
    Map<String, Entry> entries = new TreeMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split(" ", -1);
      if (cells.length != 3 || !cells[1].chars().allMatch(Character::isDigit)) {
        problems.add(
            Problem.error(
                code, path + ":" + number, "this is no entry: " + line, "write the file again"));
        continue;
      }
      entries.put(cells[0], new Entry(Integer.parseInt(cells[1]), cells[2]));
    }
    return new Lock(entries);
  }

  /** The lock as a file. */
  public String format() {
    StringBuilder text = new StringBuilder(HEAD);
    entries.forEach(
        (id, entry) ->
            text.append(id)
                .append(' ')
                .append(entry.version)
                .append(' ')
                .append(entry.digest)
                .append('\n'));
    return text.toString();
  }

  /**
   * Compares what was given out with what there is now.
   *
   * @param now what there is
   * @param path the lock file's path, for the location of problems
   * @param code the sort of problem to report
   * @param command the command that writes the lock, for the hints
   */
  public List<Problem> compare(Lock now, String path, Problem.Code code, String command) {
    List<Problem> problems = new ArrayList<>();
    entries.forEach(
        (id, old) -> {
          Entry entry = now.entries.get(id);
          if (entry == null) {
            problems.add(
                Problem.error(
                    code,
                    path,
                    "'" + id + "' is gone",
                    "ids are for ever: deprecate, never delete"));
          } else if (entry.version < old.version) {
            problems.add(
                Problem.error(
                    code,
                    path,
                    "'" + id + "' went back from version " + old.version + " to " + entry.version,
                    "versions only rise"));
          } else if (entry.version == old.version && !entry.digest.equals(old.digest)) {
            problems.add(
                Problem.error(
                    code,
                    path,
                    "'" + id + "' means something else, but is still version " + old.version,
                    "raise its version, then run " + command));
          } else if (!entry.equals(old)) {
            problems.add(unlocked(code, path, id, entry, command));
          }
        });
    now.entries.forEach(
        (id, entry) -> {
          if (!entries.containsKey(id)) {
            problems.add(unlocked(code, path, id, entry, command));
          }
        });
    return problems;
  }

  private static Problem unlocked(
      Problem.Code code, String path, String id, Entry entry, String command) {
    return Problem.error(
        code, path, "'" + id + "' version " + entry.version + " is not locked", "run " + command);
  }

  /** A short digest of a meaning: the first 16 hex digits of its SHA-256. */
  public static String digest(String meaning) {
    return sha256(meaning.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** The SHA-256 of bytes, in hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
