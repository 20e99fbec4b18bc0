package dev.fixpoint.reason;

import dev.fixpoint.model.Problem;
import dev.fixpoint.syntax.DocumentReader;
import dev.fixpoint.syntax.Node;
import dev.fixpoint.syntax.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/**
 * Compiles rules into classes. Takes seconds: done when the jar is built, and once for rules that
 * were edited.
 */
public final class RuleCompiler {
  private static final String MODELS = "drools-model";

  private RuleCompiler() {}

  /**
   * What came out.
   *
   * @param pack the compiled rules; empty of classes when a problem is an error
   * @param problems everything that is wrong, each with file and line
   */
  public record Result(RulePack pack, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }

    /** Whether the rules can be used. */
    public boolean usable() {
      return problems.stream().noneMatch(problem -> problem.level() == Problem.Level.ERROR);
    }
  }

  /** Compiles the files of a folder. */
  public static Result compile(RuleSources sources) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Double> weights = weights(sources, problems);
    List<RuleInfo> rules = RuleIndex.read(sources, problems);
    if (!problems.isEmpty()) {
      return new Result(
          new RulePack(sources.digest(), List.of(), Map.of(), rules, weights), problems);
    }
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    sources.files().forEach((name, text) -> files.write("src/main/resources/rules/" + name, text));
    KieBuilder builder = services.newKieBuilder(files);
    List<Message> errors = build(builder, problems);
    for (Message error : errors) {
      problems.add(RuleMessages.problem(error, sources));
    }
    if (!problems.isEmpty()) {
      return new Result(
          new RulePack(sources.digest(), List.of(), Map.of(), rules, weights), problems);
    }
    return new Result(
        pack(sources, (InternalKieModule) builder.getKieModule(), rules, weights), problems);
  }

  /** The compiler of rules throws on some mistakes instead of reporting them. */
  private static List<Message> build(KieBuilder builder, List<Problem> problems) {
    try {
      builder.buildAll(ExecutableModelProject.class);
      return builder.getResults().getMessages(Message.Level.ERROR);
    } catch (RuntimeException e) {
      problems.add(
          Problem.error(
              Problem.Code.RULE_INVALID,
              "rules",
              "the rules do not compile: " + e,
              "a literal of another type than its field makes the compiler fail like this"));
      return List.of();
    }
  }

  private static RulePack pack(
      RuleSources sources,
      InternalKieModule module,
      List<RuleInfo> rules,
      Map<String, Double> weights) {
    List<String> models = new ArrayList<>();
    Map<String, byte[]> classes = new HashMap<>();
    for (String name : module.getFileNames()) {
      byte[] bytes = module.getBytes(name);
      if (name.endsWith(".class")) {
        classes.put(name.substring(0, name.length() - 6).replace('/', '.'), bytes);
      } else if (name.endsWith(MODELS)) {
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && line.indexOf(':') < 0)
            .forEach(models::add);
      }
    }
    models.sort(null);
    return new RulePack(sources.digest(), models, classes, rules, weights);
  }

  private static Map<String, Double> weights(RuleSources sources, List<Problem> problems) {
    String location = sources.folder().resolve("weights.yaml").toString();
    Map<String, Double> weights = new HashMap<>();
    try {
      Node.Fields fields = DocumentReader.yaml(sources.weights()).asFields();
      fields
          .fields()
          .forEach(
              (name, value) -> {
                try {
                  weights.put(name, Double.valueOf(value.asText().orElse("")));
                } catch (NumberFormatException e) {
                  problems.add(
                      Problem.error(
                          Problem.Code.RULE_INVALID,
                          location + ":" + value.line(),
                          "the weight of '" + name + "' is no number",
                          "write log odds, for example 0.7"));
                }
              });
    } catch (SyntaxException e) {
      problems.add(
          Problem.error(
              Problem.Code.RULE_INVALID,
              location + ":" + Math.max(1, e.line()),
              "this is no YAML: " + e.getMessage(),
              "a weight is a line 'name: number'"));
    }
    return weights;
  }
}
