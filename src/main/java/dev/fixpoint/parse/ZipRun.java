package dev.fixpoint.parse;

import dev.fixpoint.model.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The archive of a GitHub run, in every layout it has had: one text per job at the top ({@code
 * 0_build.txt}, the number may be negative), and beside it, since dropped and sometimes missing,
 * one text per step in a folder named like the job. An archive of another form gives each of its
 * logs.
 *
 * <p>Names inside an archive are labels, never paths; archives inside archives stay closed.
 */
final class ZipRun {
  private static final Pattern JOB = Pattern.compile("^-?\\d+_(.+)\\.txt$");
  private static final Pattern STEP = Pattern.compile("^(.+)/(\\d+)_(.+)\\.txt$");
  private static final int ENTRIES = 20_000;

  /** Text rarely shrinks more than a hundredfold; a thousandfold is the most the format can do. */
  private static final long RATIO = 400;

  private static final long SMALL = 64L * 1024 * 1024;

  private final Path file;
  private final String name;
  private final List<Problem> problems;

  private ZipRun(Path file, String name, List<Problem> problems) {
    this.file = file;
    this.name = name;
    this.problems = problems;
  }

  /** Adds the logs of an archive; what cannot be used becomes a problem. */
  static void open(Path file, String name, List<LogInput> logs, List<Problem> problems) {
    ZipRun run = new ZipRun(file, name, problems);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> entries = run.usable(zip);
      List<LogInput.Part> parts = run.parts(entries);
      if (!parts.isEmpty()) {
        logs.add(new LogInput(name, parts));
        return;
      }
      List<String> texts =
          entries.stream()
              .filter(entry -> entry.endsWith(".log") || entry.endsWith(".txt"))
              .toList();
      texts.forEach(text -> logs.add(LogInput.of(name + "!/" + text, run.source(text))));
      if (texts.isEmpty()) {
        problems.add(
            Problem.error(
                Problem.Code.INPUT_NO_LOGS,
                name,
                "the archive holds no logs",
                "expected the log archive of a run, or files that end in .log or .txt"));
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          Problem.error(
              Problem.Code.ARCHIVE_BROKEN,
              name,
              "the archive cannot be read: " + e.getMessage(),
              "download it again; an unfinished download looks like this"));
    }
  }

  private List<String> usable(ZipFile zip) {
    List<String> names = new ArrayList<>();
    int count = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (++count > ENTRIES) {
        refuse("it has more than " + ENTRIES + " entries; the rest is not read");
        break;
      }
      String entryName = entry.getName();
      boolean noise = entryName.startsWith("__MACOSX/") || entryName.endsWith("/.DS_Store");
      if (entry.isDirectory() || noise) {
        continue;
      }
      if (leavesArchive(entryName)) {
        refuse("the entry '" + entryName + "' points outside of the archive; it is not read");
      } else if (entry.getSize() > SMALL
          && entry.getSize() > RATIO * Math.max(1, entry.getCompressedSize())) {
        refuse(
            "the entry '"
                + entryName
                + "' would unpack to "
                + entry.getSize()
                + " bytes, more than "
                + RATIO
                + " times its size; it is not read");
      } else {
        names.add(entryName);
      }
    }
    return names;
  }

  private static boolean leavesArchive(String entryName) {
    String slashed = entryName.replace('\\', '/');
    return slashed.startsWith("/")
        || slashed.equals("..")
        || slashed.startsWith("../")
        || slashed.contains("/../")
        || slashed.endsWith("/..");
  }

  private void refuse(String message) {
    problems.add(
        Problem.warning(
            Problem.Code.ARCHIVE_REFUSED,
            name,
            message,
            "an archive like this was not written by a CI"));
  }

  private List<LogInput.Part> parts(List<String> entries) {
    Map<String, String> jobs = new TreeMap<>(Comparator.comparing(ZipRun::ordinal));
    Map<String, Map<Integer, String>> steps = new TreeMap<>();
    for (String entry : entries) {
      Matcher job = JOB.matcher(entry);
      Matcher step = STEP.matcher(entry);
      if (!entry.contains("/") && job.matches()) {
        jobs.put(entry, job.group(1));
      } else if (step.matches() && step.group(2).length() < 6) {
        steps
            .computeIfAbsent(step.group(1), folder -> new TreeMap<>())
            .put(Integer.parseInt(step.group(2)), entry);
      }
    }
    List<LogInput.Part> parts = new ArrayList<>();
    jobs.forEach((entry, job) -> parts.add(new LogInput.Part(entry, job, "", source(entry))));
    // A folder stands for a job only when the job's own text is missing.
    steps.keySet().removeIf(jobs::containsValue);
    steps.forEach(
        (folder, files) ->
            files
                .values()
                .forEach(
                    entry -> {
                      Matcher step = STEP.matcher(entry);
                      String title = step.matches() ? step.group(3) : entry;
                      parts.add(new LogInput.Part(entry, folder, title, source(entry)));
                    }));
    return parts;
  }

  /** Sorts {@code 10_x.txt} behind {@code 9_x.txt}. */
  private static String ordinal(String entry) {
    int underscore = entry.indexOf('_');
    String number = entry.substring(0, underscore).replace("-", "");
    return "0".repeat(Math.max(0, 12 - number.length())) + number + entry.substring(underscore);
  }

  private LogInput.Source source(String entryName) {
    return () -> {
      ZipFile zip = new ZipFile(file.toFile());
      ZipEntry entry = zip.getEntry(entryName);
      if (entry == null) {
        zip.close();
        throw new IOException("the archive changed while it was read: " + entryName + " is gone");
      }
      return new InflationGuard(new EntryStream(zip, entry));
    };
  }

  /** The bytes of one entry; closing it closes the archive. */
  private static final class EntryStream extends FilterInputStream {
    private final ZipFile zip;

    EntryStream(ZipFile zip, ZipEntry entry) throws IOException {
      super(open(zip, entry));
      this.zip = zip;
    }

    private static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
      return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
      super.close();
      zip.close();
    }
  }
}
