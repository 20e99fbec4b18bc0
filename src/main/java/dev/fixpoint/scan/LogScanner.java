package dev.fixpoint.scan;

import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.TextBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All patterns of a catalog, ready to be looked for. Building one costs time; using it for many
 * logs costs none of that again. Safe for use by several threads, each with its own {@link Scan}.
 */
public final class LogScanner {
  private final List<Pattern> patterns;
  private final LiteralFilter filter;

  /** For each literal the numbers of the patterns that have it. */
  private final int[][] owners;

  private final ScanLimits limits;

  /**
   * @param catalog the patterns
   * @param limits the bounds
   */
  public LogScanner(Catalog catalog, ScanLimits limits) {
    this(catalog.patterns(), limits);
  }

  /**
   * @param patterns the patterns
   * @param limits the bounds
   */
  public LogScanner(List<Pattern> patterns, ScanLimits limits) {
    this.patterns = List.copyOf(patterns);
    this.limits = limits;
    Map<String, List<Integer>> byLiteral = new LinkedHashMap<>();
    for (int i = 0; i < patterns.size(); i++) {
      for (String literal : patterns.get(i).match().literals()) {
        byLiteral
            .computeIfAbsent(literal.toLowerCase(Locale.ROOT), text -> new ArrayList<>())
            .add(i);
      }
    }
    filter = new LiteralFilter(List.copyOf(byLiteral.keySet()));
    owners =
        byLiteral.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** Begins to look through one log. */
  public Scan open() {
    return new Scan();
  }

  /** The search through one log. Takes its blocks in order, then tells what was found. */
  public final class Scan {
    private final Candidates candidates = new Candidates();
    private final FindingBook book = new FindingBook(patterns, limits);

    private Scan() {}

    /** Looks through the body of a block. */
    public void accept(TextBlock block) {
      if (block.bodyFirst() == block.bodyEnd()) {
        return;
      }
      candidates.clear();
      filter.scan(
          block.bytes(),
          block.start(block.bodyFirst()),
          block.end(block.bodyEnd() - 1),
          (literal, offset) -> {
            int line = block.lineAt(offset);
            for (int pattern : owners[literal]) {
              candidates.add(line, pattern);
            }
          });
      LineText text = new LineText(block);
      candidates.forEachInOrder(
          (line, number) -> {
            Pattern pattern = patterns.get(number);
            if (!book.admits(number, block.section(line))) {
              return;
            }
            Match match = Match.find(pattern, text, line);
            if (match != null) {
              book.add(number, match, text);
            }
          });
    }

    /**
     * Tells what was found.
     *
     * @param document the log, read to its end
     * @return the findings, sorted by line and then by pattern
     */
    public List<Finding> findings(LogDocument document) {
      return book.findings(document);
    }

    /** What was not looked at because of the limits. */
    public List<Problem> problems(String source) {
      return book.problems(source);
    }
  }
}
