package dev.fixpoint.reason;

import dev.fixpoint.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * The classic compiler of Drools, which interprets with MVEL. Never used to run rules; its messages
 * name lines where those of the executable model do not.
 */
final class ClassicCompiler {
  private ClassicCompiler() {}

  /** What it finds wrong, the first mistake of each line. */
  static List<Problem> check(RuleSources sources) {
    List<Problem> problems = new ArrayList<>();
    sources
        .files()
        .forEach(
            (file, text) -> {
              String path = sources.folder().resolve(file).toString();
              KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
              builder.add(
                  ResourceFactory.newByteArrayResource(text.getBytes(StandardCharsets.UTF_8)),
                  ResourceType.DRL);
              int last = -1;
              for (KnowledgeBuilderError error : builder.getErrors()) {
                int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
                if (line != last) {
                  problems.add(RuleMessages.problem(path + ":" + line, error.getMessage()));
                  last = line;
                }
              }
            });
    return problems;
  }
}
