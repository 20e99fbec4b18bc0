package dev.fixpoint.repo;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a checkout, without what tools put there. Bounded in depth and number; links are not
 * followed.
 *
 * @param root the top folder
 * @param paths the files, relative, with '/', sorted
 */
record FileList(Path root, List<String> paths) {
  private static final int DEPTH = 8;
  private static final int FILES = 40_000;

  /** A larger file is no manifest. */
  private static final long SIZE = 8L * 1024 * 1024;

  private static final Set<String> SKIPPED =
      Set.of(
          ".git",
          "node_modules",
          "target",
          "build",
          "dist",
          ".venv",
          "venv",
          "__pycache__",
          ".tox",
          ".gradle",
          ".idea",
          "vendor",
          "third_party",
          "site-packages",
          ".mypy_cache");

  FileList {
    paths = List.copyOf(paths);
  }

  static FileList of(Path root) throws IOException {
    List<String> paths = new ArrayList<>();
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped =
                !folder.equals(root) && SKIPPED.contains(folder.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              paths.add(root.relativize(file).toString().replace('\\', '/'));
            }
            return paths.size() < FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, visitor);
    paths.sort(null);
    return new FileList(root, paths);
  }

  /** The text of a file; the empty string when it is too large or cannot be read. */
  String text(String path) {
    try {
      Path file = root.resolve(path);
      boolean usable =
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= SIZE;
      return usable ? Files.readString(file) : "";
    } catch (IOException e) {
      // Not UTF-8, or gone: either way it tells nothing.
      return "";
    }
  }
}
