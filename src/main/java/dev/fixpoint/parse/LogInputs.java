package dev.fixpoint.parse;

import dev.fixpoint.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The logs behind what a user names: a file, a folder of files, the archive of a run, or standard
 * input.
 *
 * @param logs the logs found, in the order named; those of a folder sorted by path
 * @param problems what could not be used, one problem each; the rest is not affected
 */
public record LogInputs(List<LogInput> logs, List<Problem> problems) {
  private static final List<String> ENDINGS =
      List.of(".log", ".txt", ".log.gz", ".txt.gz", ".gz", ".zip");

  public LogInputs {
    logs = List.copyOf(logs);
    problems = List.copyOf(problems);
  }

  /**
   * Finds the logs.
   *
   * @param names paths, or {@code -} for standard input
   * @param base the folder that relative paths start from
   * @param stdin standard input
   */
  public static LogInputs of(List<String> names, Path base, InputStream stdin) {
    List<LogInput> logs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      if (name.equals("-")) {
        logs.add(LogInput.of("-", () -> stdin));
        continue;
      }
      try {
        expand(base.resolve(name), name, logs, problems);
      } catch (InvalidPathException e) {
        problems.add(unreadable(name, "this is not a path: " + e.getReason()));
      }
    }
    return new LogInputs(logs, problems);
  }

  private static void expand(Path path, String name, List<LogInput> logs, List<Problem> problems) {
    if (!Files.exists(path)) {
      problems.add(unreadable(name, "no such file or folder"));
    } else if (Files.isDirectory(path)) {
      folder(path, name, logs, problems);
    } else if (!Files.isReadable(path)) {
      problems.add(unreadable(name, "the file may not be read"));
    } else if (isZip(path)) {
      ZipRun.open(path, name, logs, problems);
    } else {
      logs.add(LogInput.of(name, () -> Files.newInputStream(path)));
    }
  }

  private static void folder(
      Path folder, String name, List<LogInput> logs, List<Problem> problems) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).filter(LogInputs::looksLikeLog).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      problems.add(unreadable(name, "the folder cannot be read: " + e.getMessage()));
      return;
    }
    if (files.isEmpty()) {
      problems.add(
          Problem.error(
              Problem.Code.INPUT_NO_LOGS,
              name,
              "the folder holds no logs",
              "logs end in " + String.join(", ", ENDINGS)));
    }
    files.forEach(
        file ->
            expand(
                file, Path.of(name).resolve(folder.relativize(file)).toString(), logs, problems));
  }

  private static boolean looksLikeLog(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(4);
      return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] < 9;
    } catch (IOException e) {
      return false;
    }
  }

  private static Problem unreadable(String name, String message) {
    return Problem.error(
        Problem.Code.INPUT_UNREADABLE, name, message, "check the path and its permissions");
  }
}
