package dev.fixpoint.catalog;

import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.Problem;
import dev.fixpoint.model.Risk;
import dev.fixpoint.model.Status;
import dev.fixpoint.model.Verb;
import dev.fixpoint.syntax.FieldReader;
import dev.fixpoint.syntax.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one fix template and collects everything that is wrong with it. */
final class FixReader {
  private static final List<String> KEYS =
      List.of(
          "id",
          "version",
          "status",
          "title",
          "advice",
          "risk",
          "actions",
          "needs",
          "verification",
          "confidence");

  /** The conditions that the planner can judge; each is explained where it does. */
  static final List<String> CONDITIONS =
      List.of(
          "checkout",
          "manifest",
          "name-vouched",
          "not-declared-yet",
          "no-lock-beside",
          "lock-present",
          "not-a-fork",
          "tool-pinned",
          "first-attempt");

  private FixReader() {}

  /**
   * Reads a fix template.
   *
   * @param node the document
   * @param path its path, for the location of problems
   * @param id the id that its path gives it
   * @param problems where problems go
   * @return the template; usable only when no problem was added
   */
  static FixTemplate read(Node node, String path, String id, List<Problem> problems) {
    FieldReader file = new FieldReader(node.asFields(), path, Problem.Code.FIX_INVALID, problems);
    file.only(KEYS);
    if (!file.text("id").equals(id)) {
      file.wrong("id", "the id is not '" + id + "', as its path says", "make them agree");
    }
    List<String> needs = file.texts("needs");
    for (String need : needs) {
      if (!CONDITIONS.contains(need)) {
        file.wrong(
            "needs", "'" + need + "' is no condition", "one of " + String.join(", ", CONDITIONS));
      }
    }
    return new FixTemplate(
        id,
        file.integer("version", 1, 9999),
        file.word("status", Status::of, words(Status.values()), Status.EXPERIMENTAL),
        file.text("title"),
        file.text("advice"),
        file.word("risk", Risk::of, words(Risk.values()), Risk.WORKFLOW),
        actions(file),
        needs,
        file.text("verification"),
        file.number("confidence", 0, 1));
  }

  private static List<FixAction> actions(FieldReader file) {
    List<FixAction> actions = new ArrayList<>();
    for (FieldReader action : file.children("actions")) {
      Verb verb = action.word("verb", Verb::of, words(Verb.values()), Verb.ADVISE);
      Map<String, String> parameters = new TreeMap<>();
      for (String name : action.fields().fields().keySet()) {
        if (!name.equals("verb")) {
          parameters.put(name, action.text(name));
        }
      }
      for (String needed : verb.parameters()) {
        if (!parameters.containsKey(needed)) {
          action.wrong("verb", "'" + verb + "' needs '" + needed + "'", "add it");
        }
      }
      actions.add(new FixAction(verb, parameters));
    }
    if (actions.isEmpty()) {
      file.wrong("actions", "a fix does at least one thing", "use 'advise' when people must act");
    }
    return actions;
  }

  private static List<String> words(Object[] values) {
    return Arrays.stream(values).map(Object::toString).toList();
  }
}
