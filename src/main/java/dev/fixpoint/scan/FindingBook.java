package dev.fixpoint.scan;

import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogSection;
import dev.fixpoint.model.Occurrence;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.TextBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found so far: per pattern and section the findings from its start and from its end, so
 * that a flood in the middle neither fills the memory nor hides how the section ended.
 */
final class FindingBook {
  /** How many places of one finding are kept with the lines around them. */
  private static final int EXCERPTS = 3;

  private record Place(int pattern, int section) {}

  /** The findings of one pattern in one section. */
  private final class Shelf {
    final Map<String, Draft> firsts = new LinkedHashMap<>();
    final Map<String, Draft> lasts = new LinkedHashMap<>();
    int candidates;
    int dropped;

    @Nullable Draft find(String key) {
      Draft draft = firsts.get(key);
      return draft == null ? lasts.get(key) : draft;
    }

    Draft open(String key, Draft draft) {
      if (firsts.size() < limits.firsts()) {
        firsts.put(key, draft);
        return draft;
      }
      lasts.put(key, draft);
      if (lasts.size() > limits.lasts()) {
        lasts.remove(lasts.keySet().iterator().next());
        dropped++;
      }
      return draft;
    }
  }

  /** One finding that may still be met again. */
  private static final class Draft {
    final String identity;
    final Map<String, String> captures;
    final boolean echoed;
    final List<Occurrence> occurrences = new ArrayList<>();
    int count;

    Draft(String identity, Map<String, String> captures, boolean echoed) {
      this.identity = identity;
      this.captures = captures;
      this.echoed = echoed;
    }
  }

  private final List<Pattern> patterns;
  private final ScanLimits limits;
  private final Map<Place, Shelf> shelves = new HashMap<>();

  FindingBook(List<Pattern> patterns, ScanLimits limits) {
    this.patterns = patterns;
    this.limits = limits;
  }

  /** Whether one more candidate of a pattern may be looked at in a section. */
  boolean admits(int pattern, int section) {
    Shelf shelf = shelves.computeIfAbsent(new Place(pattern, section), place -> new Shelf());
    return shelf.candidates++ < limits.hits();
  }

  void add(int number, Match match, LineText text) {
    Pattern pattern = patterns.get(number);
    TextBlock block = text.block();
    Shelf shelf =
        shelves.computeIfAbsent(
            new Place(number, block.section(match.first())), place -> new Shelf());
    Pattern.Occurrence occurrence = pattern.match().occurrence();
    if (occurrence == Pattern.Occurrence.FIRST && !shelf.firsts.isEmpty()) {
      return;
    }
    if (occurrence == Pattern.Occurrence.LAST) {
      shelf.firsts.clear();
    }
    boolean echoed = block.echoed(match.first());
    String identity = identity(pattern, match.captures());
    String key = identity + (echoed ? "\0echo" : "");
    Draft draft = shelf.find(key);
    if (draft == null) {
      draft = shelf.open(key, new Draft(identity, match.captures(), echoed));
    }
    draft.count++;
    if (draft.occurrences.size() >= limits.occurrences()) {
      draft.occurrences.remove(draft.occurrences.size() - 1);
    }
    draft.occurrences.add(
        new Occurrence(
            text.shown(match.shown()),
            block.position(match.last()),
            draft.occurrences.size() < EXCERPTS ? text.around(match.shown()) : List.of()));
  }

  private static String identity(Pattern pattern, Map<String, String> captures) {
    Map<String, String> grouping = new TreeMap<>();
    captures.forEach(
        (name, value) -> {
          Pattern.Capture capture = pattern.captures().get(name);
          if (capture != null && capture.groupBy()) {
            grouping.put(name, value);
          }
        });
    return Identity.of(grouping);
  }

  List<Finding> findings(LogDocument document) {
    List<Finding> findings = new ArrayList<>();
    shelves.forEach(
        (place, shelf) -> {
          Pattern pattern = patterns.get(place.pattern);
          boolean applies =
              pattern.dialects().isEmpty() || pattern.dialects().contains(document.dialect().id());
          if (applies) {
            LogSection section = document.section(place.section);
            int job = document.jobOf(place.section);
            shelf
                .firsts
                .values()
                .forEach(draft -> findings.add(finding(pattern, section, job, draft)));
            shelf
                .lasts
                .values()
                .forEach(draft -> findings.add(finding(pattern, section, job, draft)));
          }
        });
    findings.sort(
        Comparator.comparingLong(Finding::line)
            .thenComparing(Finding::pattern)
            .thenComparing(Finding::identity)
            .thenComparing(Finding::echoed));
    return findings;
  }

  private static Finding finding(Pattern pattern, LogSection section, int job, Draft draft) {
    List<Occurrence> occurrences = draft.occurrences;
    return new Finding(
        pattern.id(),
        pattern.version(),
        pattern.status(),
        pattern.category(),
        pattern.severity(),
        pattern.weight(),
        pattern.cause(),
        pattern.fix(),
        Titles.fill(pattern.title(), draft.captures),
        section.id(),
        job,
        section.outcome(),
        section.tolerated(),
        draft.echoed,
        occurrences.get(0).line().position(),
        occurrences.get(occurrences.size() - 1).last(),
        draft.count,
        draft.identity,
        draft.captures,
        occurrences);
  }

  List<Problem> problems(String source) {
    List<Problem> problems = new ArrayList<>();
    shelves.forEach(
        (place, shelf) -> {
          String id = patterns.get(place.pattern).id();
          if (shelf.candidates > limits.hits()) {
            problems.add(
                Problem.warning(
                    Problem.Code.HITS_CAPPED,
                    source,
                    "pattern "
                        + id
                        + " was looked at on the first "
                        + limits.hits()
                        + " of "
                        + shelf.candidates
                        + " lines of one section",
                    "later matches are missing"));
          } else if (shelf.dropped > 0) {
            problems.add(
                Problem.note(
                    Problem.Code.HITS_CAPPED,
                    source,
                    "pattern "
                        + id
                        + " found more than "
                        + (limits.firsts() + limits.lasts())
                        + " different things in one section",
                    shelf.dropped + " from its middle are not kept"));
          }
        });
    problems.sort(Comparator.comparing(Problem::message));
    return problems;
  }
}
