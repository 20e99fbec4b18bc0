package dev.fixpoint.reason;

import dev.fixpoint.model.Problem;
import org.kie.api.builder.Message;

/** What the compiler of rules says, with the place and in words an author can use. */
final class RuleMessages {
  private RuleMessages() {}

  static Problem problem(Message message, RuleSources sources) {
    String path = message.getPath() == null ? "" : message.getPath();
    int marker = path.indexOf("rules/");
    String file = marker < 0 ? path : path.substring(marker + 6);
    String location =
        sources.files().containsKey(file)
            ? sources.folder().resolve(file) + ":" + Math.max(1, message.getLine())
            : sources.folder().toString();
    return problem(location, message.getText());
  }

  static Problem problem(String location, String text) {
    return Problem.error(Problem.Code.RULE_INVALID, location, firstLines(text), hint(text));
  }

  private static String firstLines(String text) {
    String[] lines = text.strip().split("\n", 3);
    return lines.length < 2 ? lines[0] : lines[0].strip() + " " + lines[1].strip();
  }

  private static String hint(String text) {
    if (text.contains("Unable to Analyse Expression") || text.contains("Unknown property")) {
      return "the field must be a component or method of the fact's record in dev.fixpoint.model";
    }
    if (text.contains("mismatched input") || text.contains("no viable alternative")) {
      return "look at the end of the line before it: a missing ')' or 'end' shows up late";
    }
    if (text.contains("Unable to resolve")) {
      return "import the type from dev.fixpoint.model";
    }
    return "see the other files of rules/ for the accepted form";
  }
}
