package dev.fixpoint.reason;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a folder of rules: {@code <area>/<topic>.drl}, {@code weights.yaml} and {@code
 * LOCK}.
 *
 * @param folder the folder
 * @param files the text of each rule file by its path in the folder, with '/'
 * @param weights the text of the weights, or the empty string
 * @param lock the text of the lock, or the empty string
 */
public record RuleSources(Path folder, Map<String, String> files, String weights, String lock) {
  /** Raised when a change of Fixpoint's own types makes compiled rules useless. */
  private static final int FORMAT = 1;

  public RuleSources {
    files = new TreeMap<>(files);
  }

  /**
   * Reads the folder.
   *
   * @throws IOException when a file cannot be read
   */
  public static RuleSources read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".drl")).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), text(file));
      }
    }
    return new RuleSources(
        folder, files, text(folder.resolve("weights.yaml")), text(folder.resolve("LOCK")));
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
  }

  /** The SHA-256 over names and texts, in hex. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) FORMAT);
      files.forEach(
          (name, text) ->
              digest.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
      digest.update(weights.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
