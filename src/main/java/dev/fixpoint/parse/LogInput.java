package dev.fixpoint.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A log that can be read once, from its first byte to its last.
 *
 * @param name how the user named it
 * @param parts its files in order; one, unless it is the archive of a run
 */
public record LogInput(String name, List<Part> parts) {
  public LogInput {
    parts = List.copyOf(parts);
  }

  /**
   * One file of a log.
   *
   * @param name its name inside the log, or the empty string when there is only one
   * @param job the job it belongs to, or the empty string
   * @param step the step it belongs to, or the empty string
   * @param source gives its bytes
   */
  public record Part(String name, String job, String step, Source source) {}

  /** Gives the bytes of a part. */
  @FunctionalInterface
  public interface Source {
    /**
     * Opens the bytes for reading. The caller closes the stream.
     *
     * @throws IOException when they cannot be read
     */
    InputStream open() throws IOException;
  }

  /** A log of one file. */
  public static LogInput of(String name, Source source) {
    return new LogInput(name, List.of(new Part("", "", "", source)));
  }
}
