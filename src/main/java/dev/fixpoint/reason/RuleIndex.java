package dev.fixpoint.reason;

import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads what rule files say of their rules, without compiling them. */
public final class RuleIndex {
  private RuleIndex() {}

  /**
   * Reads the rules of all files.
   *
   * @param sources the files
   * @param problems where problems go
   * @return the rules, sorted by id
   */
  public static List<RuleInfo> read(RuleSources sources, List<Problem> problems) {
    List<RuleInfo> rules = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    sources
        .files()
        .forEach(
            (file, text) -> {
              String path = sources.folder().resolve(file).toString();
              parse(text, path, problems)
                  .ifPresent(
                      descr -> {
                        for (RuleDescr rule : descr.getRules()) {
                          RuleInfo info = info(rule, file, path, text, problems);
                          String other = seen.put(info.id(), path + ":" + info.line());
                          if (other != null) {
                            problems.add(
                                invalid(
                                    path + ":" + info.line(),
                                    "the rule '" + info.id() + "' stands also at " + other,
                                    "ids are unique over all files"));
                          }
                          rules.add(info);
                        }
                      });
            });
    rules.sort(Comparator.comparing(RuleInfo::id));
    return rules;
  }

  /**
   * Parses one file; mistakes become problems, the first of the file only: the rest follow from it.
   */
  static Optional<PackageDescr> parse(String text, String path, List<Problem> problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr descr = parser.parse(false, text);
      if (!parser.hasErrors() && descr != null) {
        return Optional.of(descr);
      }
      DroolsError first = parser.getErrors().get(0);
      int line = first.getLines().length > 0 ? Math.max(1, first.getLines()[0]) : 1;
      problems.add(
          invalid(
              path + ":" + line,
              first.getMessage().strip().lines().findFirst().orElse("a syntax error"),
              "look at the end of the line before it: a missing ')' or 'end' shows up late"));
    } catch (DroolsParserException e) {
      problems.add(invalid(path + ":1", "the file cannot be parsed: " + e.getMessage(), ""));
    }
    return Optional.empty();
  }

  private static RuleInfo info(
      RuleDescr rule, String file, String path, String text, List<Problem> problems) {
    String location = path + ":" + rule.getLine();
    String version = annotation(rule, "version", location, problems);
    int number = 1;
    try {
      number = version.isEmpty() ? 1 : Integer.parseInt(version);
    } catch (NumberFormatException e) {
      problems.add(invalid(location, "@version( " + version + " ) is no whole number", "write 1"));
    }
    String word = annotation(rule, "status", location, problems);
    Optional<Status> status = Status.of(word);
    if (status.isEmpty() && !word.isEmpty()) {
      problems.add(
          invalid(
              location, "@status( " + word + " ) is none", "experimental, stable or deprecated"));
    }
    return new RuleInfo(
        rule.getName(),
        number,
        status.orElse(Status.EXPERIMENTAL),
        annotation(rule, "since", location, problems),
        annotation(rule, "author", location, problems),
        annotation(rule, "describe", location, problems),
        file,
        rule.getLine(),
        digest(body(rule, text)));
  }

  private static String annotation(
      RuleDescr rule, String name, String location, List<Problem> problems) {
    AnnotationDescr annotation = rule.getAnnotation(name);
    if (annotation == null || annotation.getSingleValueAsString() == null) {
      problems.add(
          invalid(
              location,
              "the rule '" + rule.getName() + "' has no @" + name,
              "write @" + name + "( ... ) behind its name"));
      return "";
    }
    String value = annotation.getSingleValueAsString().strip();
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Conditions and conclusion without comments and layout: what decides the meaning. */
  private static String body(RuleDescr rule, String text) {
    int start = Math.max(0, rule.getStartCharacter());
    int end = Math.min(text.length(), Math.max(start, rule.getEndCharacter()));
    String whole = text.substring(start, end);
    int when = whole.indexOf("when");
    return whole.substring(Math.max(0, when)).replaceAll("//[^\n]*", "").replaceAll("\\s+", " ");
  }

  private static String digest(String body) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Problem invalid(String location, String message, String hint) {
    return Problem.error(Problem.Code.RULE_INVALID, location, message, hint);
  }
}
