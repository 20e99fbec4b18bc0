package dev.fixpoint.reason;

import dev.fixpoint.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Checks rules beyond what the compiler does: the house rules that keep them readable, fast and
 * harmless, and that what they name exists.
 */
public final class RuleLint {
  private static final Set<String> FORBIDDEN_ATTRIBUTES =
      Set.of(
          "salience",
          "no-loop",
          "lock-on-active",
          "agenda-group",
          "ruleflow-group",
          "auto-focus",
          "activation-group",
          "timer",
          "calendars",
          "enabled",
          "date-effective",
          "date-expires",
          "duration");

  /** One call, with the one thing that is concluded. */
  private static final Pattern CONSEQUENCE =
      Pattern.compile("^\\s*insertLogical\\s*\\(.*\\)\\s*;\\s*$", Pattern.DOTALL);

  /** Words that lead out of matching and concluding. */
  private static final Pattern REACHING_OUT =
      Pattern.compile(
          "\\b(?:eval|kcontext|drools|System|Runtime|Process\\w*|Thread|Class|File|Files|Path|invoke|getClass)\\b");

  private static final Pattern SLOW = Pattern.compile("\\b(?:matches|from|soundslike)\\b\\s");
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PATTERN_ID = Pattern.compile("\\bpattern\\s*==\\s*\"([^\"]+)\"");
  private static final Pattern ARGUMENT =
      Pattern.compile("new\\s+Argument\\s*\\(\\s*\\$?\\w+\\s*,\\s*\"([^\"]+)\"");
  private static final Pattern FIX = Pattern.compile("\\.fixedBy\\s*\\(\\s*\"([^\"]+)\"");

  private final RuleSources sources;
  private final Set<String> patterns;
  private final Set<String> fixes;
  private final List<Problem> problems = new ArrayList<>();

  private RuleLint(RuleSources sources, Set<String> patterns, Set<String> fixes) {
    this.sources = sources;
    this.patterns = patterns;
    this.fixes = fixes;
  }

  /**
   * Checks rules.
   *
   * @param sources the rules
   * @param patterns the ids of all patterns
   * @param fixes the ids of all fix templates
   * @return everything that is wrong, each with file and line
   */
  public static List<Problem> check(RuleSources sources, Set<String> patterns, Set<String> fixes) {
    RuleLint lint = new RuleLint(sources, patterns, fixes);
    lint.run();
    return lint.problems;
  }

  private void run() {
    Set<String> used = new HashSet<>();
    sources
        .files()
        .forEach(
            (file, text) -> {
              String path = sources.folder().resolve(file).toString();
              RuleIndex.parse(text, path, new ArrayList<>())
                  .ifPresent(descr -> file(descr, file, path, text, used));
            });
    List<Problem> index = new ArrayList<>();
    RuleIndex.read(sources, index);
    if (!index.isEmpty()) {
      problems.addAll(index);
      return;
    }
    RuleCompiler.Result compiled = RuleCompiler.compile(sources);
    if (compiled.usable()) {
      weights(compiled.pack().weights(), used);
      return;
    }
    // The classic compiler names lines where the other one does not.
    List<Problem> better = ClassicCompiler.check(sources);
    problems.addAll(better.isEmpty() ? compiled.problems() : better);
  }

  private void file(PackageDescr descr, String file, String path, String text, Set<String> used) {
    int slash = file.indexOf('/');
    String expected = "rules." + (slash < 0 ? "" : file.substring(0, slash));
    if (!descr.getNamespace().equals(expected)) {
      wrong(
          path + ":1",
          "the package is '" + descr.getNamespace() + "'",
          "a file in " + file.substring(0, Math.max(0, slash)) + "/ has the package " + expected);
    }
    for (ImportDescr imported : descr.getImports()) {
      if (!imported.getTarget().startsWith("dev.fixpoint.model.")) {
        wrong(
            path + ":" + imported.getLine(),
            "'" + imported.getTarget() + "' is imported",
            "rules see the types of dev.fixpoint.model and nothing else");
      }
    }
    boolean more =
        !descr.getGlobals().isEmpty()
            || !descr.getFunctions().isEmpty()
            || !descr.getTypeDeclarations().isEmpty();
    if (more) {
      wrong(path + ":1", "the file declares globals, functions or types", "rules alone");
    }
    for (RuleDescr rule : descr.getRules()) {
      rule(rule, path, text, used);
    }
  }

  private void rule(RuleDescr rule, String path, String text, Set<String> used) {
    String location = path + ":" + rule.getLine();
    rule.getAttributes()
        .keySet()
        .forEach(
            attribute -> {
              if (FORBIDDEN_ATTRIBUTES.contains(attribute)) {
                wrong(
                    location,
                    "the rule '" + rule.getName() + "' has '" + attribute + "'",
                    "order must not matter: say 'not' instead");
              }
            });
    String consequence = String.valueOf(rule.getConsequence());
    boolean single =
        CONSEQUENCE.matcher(consequence).matches()
            && outsideStrings(consequence).chars().filter(c -> c == ';').count() == 1;
    if (!single) {
      wrong(
          path + ":" + Math.max(rule.getLine(), rule.getConsequenceLine()),
          "the rule '" + rule.getName() + "' does more than conclude",
          "the consequence is one insertLogical( ... );");
    }
    String body = text.substring(start(rule, text), end(rule, text));
    String code = outsideStrings(body);
    Matcher reaching = REACHING_OUT.matcher(code);
    if (reaching.find()) {
      wrong(
          location,
          "the rule '" + rule.getName() + "' uses '" + reaching.group() + "'",
          "conditions compare fields, consequences conclude; nothing else");
    }
    int when = code.indexOf("when");
    int then = code.lastIndexOf("then");
    String conditions = when < 0 || then < when ? code : code.substring(when, then);
    Matcher slow = SLOW.matcher(conditions);
    if (slow.find()) {
      wrong(
          location,
          "the rule '" + rule.getName() + "' uses '" + slow.group().strip() + "'",
          "such conditions are 50 to 1500 times slower than '=='; compute a field instead");
    }
    names(body, location, used);
  }

  private void names(String body, String location, Set<String> used) {
    Matcher pattern = PATTERN_ID.matcher(body);
    while (pattern.find()) {
      if (!patterns.contains(pattern.group(1))) {
        wrong(
            location,
            "there is no pattern '" + pattern.group(1) + "'",
            "see 'fixpoint patterns list'");
      }
    }
    Matcher fix = FIX.matcher(body);
    while (fix.find()) {
      if (!fixes.contains(fix.group(1))) {
        wrong(location, "there is no fix '" + fix.group(1) + "'", "see patterns/_fixes/");
      }
    }
    Matcher argument = ARGUMENT.matcher(body);
    while (argument.find()) {
      used.add(argument.group(1));
    }
  }

  private void weights(Map<String, Double> weights, Set<String> used) {
    String location = sources.folder().resolve("weights.yaml") + ":1";
    for (String name : used) {
      if (!weights.containsKey(name)) {
        wrong(location, "the argument '" + name + "' has no weight", "add '" + name + ": 0.5'");
      }
    }
    Set<String> known = Set.of("explained", "calibration.shift", "calibration.slope");
    for (String name : weights.keySet()) {
      if (!used.contains(name) && !known.contains(name)) {
        wrong(location, "no rule argues '" + name + "'", "remove its weight");
      }
    }
  }

  private static int start(RuleDescr rule, String text) {
    return Math.min(text.length(), Math.max(0, rule.getStartCharacter()));
  }

  private static int end(RuleDescr rule, String text) {
    return Math.min(text.length(), Math.max(start(rule, text), rule.getEndCharacter()));
  }

  private static String outsideStrings(String code) {
    return STRING.matcher(code).replaceAll("\"\"").replaceAll("//[^\n]*", "");
  }

  private void wrong(String location, String message, String hint) {
    problems.add(Problem.error(Problem.Code.RULE_STYLE, location, message, hint));
  }
}
