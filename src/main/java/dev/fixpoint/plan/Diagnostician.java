package dev.fixpoint.plan;

import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.Pattern;
import dev.fixpoint.catalog.Table;
import dev.fixpoint.model.Diagnosis;
import dev.fixpoint.model.Evidence;
import dev.fixpoint.model.Fact;
import dev.fixpoint.model.Finding;
import dev.fixpoint.model.FixPlan;
import dev.fixpoint.model.Hypothesis;
import dev.fixpoint.model.KnownName;
import dev.fixpoint.model.LogDocument;
import dev.fixpoint.model.LogLine;
import dev.fixpoint.model.Occurrence;
import dev.fixpoint.model.PatternRef;
import dev.fixpoint.model.Reasoning;
import dev.fixpoint.model.Reasoning.Claim;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RunContext;
import dev.fixpoint.model.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes diagnoses, with evidence, confidence and fix plans, of what the rules concluded. */
public final class Diagnostician {
  /** More lines than this prove nothing more. */
  private static final int EVIDENCE = 20;

  private final Catalog catalog;
  private final Map<String, Pattern> patterns;
  private final Weigher weigher;

  /**
   * @param catalog fix templates and tables
   * @param weights how much each argument weighs
   */
  public Diagnostician(Catalog catalog, Weights weights) {
    this.catalog = catalog;
    this.patterns =
        catalog.patterns().stream().collect(Collectors.toMap(Pattern::id, pattern -> pattern));
    this.weigher = new Weigher(weights);
  }

  /**
   * Makes the diagnoses.
   *
   * @param reasoning what the rules concluded
   * @param document the log
   * @param run what is known of the run
   * @param checkout what the checkout says; empty without one
   * @return the diagnoses, best first
   */
  public List<Diagnosis> diagnose(
      Reasoning reasoning, LogDocument document, RunContext run, List<RepositoryFact> checkout) {
    List<Weigher.Weighed> weighed = weigher.weigh(reasoning);
    FixPlanner planner = new FixPlanner(catalog, run, checkout);
    Map<Weigher.Weighed, String> ids = new HashMap<>();
    for (int i = 0; i < weighed.size(); i++) {
      ids.put(weighed.get(i), "d" + (i + 1));
    }
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (Weigher.Weighed one : weighed) {
      diagnoses.add(diagnosis(one, ids, document, planner));
    }
    return diagnoses;
  }

  private Diagnosis diagnosis(
      Weigher.Weighed one,
      Map<Weigher.Weighed, String> ids,
      LogDocument document,
      FixPlanner planner) {
    Hypothesis hypothesis = one.hypothesis();
    List<Evidence> evidence = evidence(one, document);
    List<Fact> facts = facts(one);
    Map<String, String> entities = entities(facts);
    List<String> explains =
        one.explains.stream()
            .map(symptom -> String.valueOf(ids.get(symptom)))
            .sorted(Comparator.comparing(String::length).thenComparing(id -> id))
            .toList();
    @Nullable FixPlan fix = planner.plan(hypothesis, facts, entities, one.confidence);
    return new Diagnosis(
        String.valueOf(ids.get(one)),
        hypothesis.cause(),
        hypothesis.kind(),
        hypothesis.title(),
        one.confidence,
        one.contributions,
        one.root(),
        hypothesis.status(),
        hypothesis.generic(),
        evidence.subList(0, Math.min(EVIDENCE, evidence.size())),
        matches(one, evidence.size()),
        entities,
        explains,
        one.explainedBy == null ? null : ids.get(one.explainedBy),
        fingerprint(hypothesis),
        one.lead.rule(),
        fix);
  }

  /** The line to show first, then all others in the order of the log. */
  private static List<Evidence> evidence(Weigher.Weighed one, LogDocument document) {
    Map<Long, Evidence> byPosition = new TreeMap<>();
    @Nullable Evidence first = null;
    List<Claim> claims = new ArrayList<>(one.claims);
    claims.remove(one.lead);
    claims.add(0, one.lead);
    for (Claim claim : claims) {
      for (Fact fact : claim.facts()) {
        if (fact instanceof Finding finding) {
          for (Occurrence occurrence : finding.occurrences()) {
            Evidence evidence = evidence(document, occurrence, finding.ref());
            if (first == null && evidence.position() == shown(one, finding)) {
              first = evidence;
            }
            byPosition.putIfAbsent(evidence.position(), evidence);
          }
        } else if (fact instanceof StepOutcome step) {
          for (LogLine line : step.tail()) {
            byPosition.putIfAbsent(line.position(), evidence(document, line, step.tail(), null));
          }
        }
      }
    }
    if (first == null) {
      first = byPosition.get(one.hypothesis().line());
    }
    if (first == null) {
      LogLine nothing = new LogLine(Math.max(1, one.hypothesis().line()), "");
      first = evidence(document, nothing, List.of(), null);
    }
    List<Evidence> ordered = new ArrayList<>();
    ordered.add(first);
    for (Evidence evidence : byPosition.values()) {
      if (evidence.position() != first.position()) {
        ordered.add(evidence);
      }
    }
    return ordered;
  }

  /** Among several findings behind a claim, the one the hypothesis was made of is shown. */
  private static long shown(Weigher.Weighed one, Finding finding) {
    return finding.line() == one.hypothesis().line() ? finding.line() : -1;
  }

  private static Evidence evidence(
      LogDocument document, Occurrence occurrence, PatternRef pattern) {
    return evidence(document, occurrence.line(), occurrence.excerpt(), pattern);
  }

  private static Evidence evidence(
      LogDocument document, LogLine line, List<LogLine> excerpt, @Nullable PatternRef pattern) {
    return new Evidence(
        document.lineInPart(line.position()),
        document.partOf(line.position()).name(),
        line.position(),
        line.text(),
        pattern,
        excerpt);
  }

  private static int matches(Weigher.Weighed one, int evidence) {
    int matches = 0;
    for (Claim claim : one.claims) {
      for (Fact fact : claim.facts()) {
        matches += fact instanceof Finding finding ? finding.count() : 0;
      }
    }
    return Math.max(evidence, matches);
  }

  private Map<String, String> entities(List<Fact> facts) {
    Map<String, String> entities = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Finding finding) {
        finding.captures().forEach(entities::putIfAbsent);
      } else if (fact instanceof KnownName name) {
        Table table = catalog.tables().get(name.table());
        if (table != null && !table.entity().isEmpty()) {
          entities.putIfAbsent(table.entity(), name.value());
        }
      }
    }
    return entities;
  }

  /** What a claim stands on, and what the tables know of the names in it. */
  private List<Fact> facts(Weigher.Weighed one) {
    Set<Fact> facts = new LinkedHashSet<>(one.lead.facts());
    for (Fact fact : one.lead.facts()) {
      if (fact instanceof Finding finding) {
        Pattern pattern = patterns.get(finding.pattern());
        if (pattern != null) {
          new TreeMap<>(pattern.captures())
              .forEach(
                  (name, capture) ->
                      capture.tables().stream()
                          .map(catalog.tables()::get)
                          .filter(Objects::nonNull)
                          .flatMap(table -> table.find(finding.capture(name)).stream())
                          .forEach(facts::add));
        }
      }
    }
    return List.copyOf(facts);
  }

  private static String fingerprint(Hypothesis hypothesis) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (hypothesis.cause() + "\0" + hypothesis.identity())
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
