package dev.fixpoint.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of files named by the digest of what they were made from.
 *
 * <p>What lies here is run as code (compiled rules), so the folder belongs to the user alone: mode
 * 0700, owned by the user, no link; one that does not is not used. Several processes may use it at
 * once: a file appears whole or not at all.
 */
public final class ContentCache {
  /** Enough for the compiled rules of a dozen edits. */
  private static final long LIMIT = 64L * 1024 * 1024;

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private final String user;

  /**
   * @param folder the folder; made when it is first written to
   * @param user the name of the user that must own it
   */
  public ContentCache(Path folder, String user) {
    this.folder = folder;
    this.user = user;
  }

  /**
   * Reads a file.
   *
   * @param key its name: hex digits, a dot and a suffix
   * @return its bytes, or empty when it is not there or may not be trusted
   */
  public Optional<byte[]> get(String key) {
    try {
      Path file = folder.resolve(checked(key));
      if (!Files.exists(file) || !trusted()) {
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      // A cache that cannot be read costs time, not correctness.
      return Optional.empty();
    }
  }

  /**
   * Writes a file; silently does nothing when the folder cannot be used.
   *
   * @param key its name: hex digits, a dot and a suffix
   * @param bytes its bytes
   */
  public void put(String key, byte[] bytes) {
    try {
      create();
      if (!trusted()) {
        return;
      }
      Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
      try {
        Files.write(temporary, bytes);
        Files.move(temporary, folder.resolve(checked(key)), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      prune();
    } catch (IOException e) {
      // The next start compiles again.
      return;
    }
  }

  private static String checked(String key) {
    if (!key.matches("[0-9a-f]{16,64}\\.[a-z]{1,16}")) {
      throw new IllegalArgumentException("not a key: " + key);
    }
    return key;
  }

  private void create() throws IOException {
    if (Files.exists(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      if (posix()) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was faster, which is as good.
      return;
    }
  }

  private boolean trusted() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!posix()) {
      return true;
    }
    return Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(PRIVATE)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(user);
  }

  private boolean posix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Removes the oldest files until the rest fits. */
  private void prune() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files =
          list.filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted(Comparator.comparing(ContentCache::modified).reversed())
              .toList();
    }
    long total = 0;
    for (Path file : files) {
      total += size(file);
      if (total > LIMIT) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Instant modified(Path file) {
    try {
      FileTime time = Files.getLastModifiedTime(file);
      return time.toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
