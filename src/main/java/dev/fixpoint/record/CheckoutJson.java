package dev.fixpoint.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fixpoint.model.RepositoryFact;
import dev.fixpoint.model.RepositoryFact.DeclaredDependency;
import dev.fixpoint.model.RepositoryFact.LocalModule;
import dev.fixpoint.model.RepositoryFact.Manifest;
import dev.fixpoint.model.RepositoryFact.PinnedTool;
import dev.fixpoint.model.RepositoryFact.WorkflowStep;
import dev.fixpoint.syntax.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The facts of a checkout inside a record, so that a verdict can be replayed without it. */
final class CheckoutJson {
  private CheckoutJson() {}

  static void write(List<RepositoryFact> facts, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("checkout");
    for (RepositoryFact fact : facts) {
      json.writeStartObject();
      if (fact instanceof Manifest manifest) {
        json.writeStringField("fact", "manifest");
        json.writeStringField("path", manifest.path());
        json.writeStringField("ecosystem", manifest.ecosystem());
        json.writeStringField("format", manifest.format());
        json.writeBooleanField("lock", manifest.lock());
        json.writeBooleanField("usedByCi", manifest.usedByCi());
      } else if (fact instanceof DeclaredDependency dependency) {
        json.writeStringField("fact", "dependency");
        json.writeStringField("path", dependency.path());
        json.writeStringField("ecosystem", dependency.ecosystem());
        json.writeStringField("name", dependency.name());
        json.writeStringField("constraint", dependency.constraint());
        json.writeStringField("scope", dependency.scope());
      } else if (fact instanceof LocalModule module) {
        json.writeStringField("fact", "module");
        json.writeStringField("path", module.path());
        json.writeStringField("ecosystem", module.ecosystem());
        json.writeStringField("name", module.name());
      } else if (fact instanceof PinnedTool tool) {
        json.writeStringField("fact", "tool");
        json.writeStringField("path", tool.path());
        json.writeStringField("tool", tool.tool());
        json.writeStringField("version", tool.version());
      } else if (fact instanceof WorkflowStep step) {
        json.writeStringField("fact", "step");
        json.writeStringField("path", step.path());
        json.writeStringField("workflow", step.workflow());
        json.writeStringField("job", step.job());
        json.writeStringField("name", step.name());
        json.writeStringField("run", step.run());
        json.writeStringField("uses", step.uses());
        json.writeBooleanField("continueOnError", step.continueOnError());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The facts of a record that was written before; what is not understood is left out. */
  static List<RepositoryFact> read(List<Node> items) {
    List<RepositoryFact> facts = new ArrayList<>();
    for (Node item : items) {
      Node.Fields fact = item.asFields();
      switch (text(fact, "fact")) {
        case "manifest" ->
            facts.add(
                new Manifest(
                    text(fact, "path"),
                    text(fact, "ecosystem"),
                    text(fact, "format"),
                    flag(fact, "lock"),
                    flag(fact, "usedByCi")));
        case "dependency" ->
            facts.add(
                new DeclaredDependency(
                    text(fact, "path"),
                    text(fact, "ecosystem"),
                    text(fact, "name"),
                    text(fact, "constraint"),
                    text(fact, "scope")));
        case "module" ->
            facts.add(
                new LocalModule(text(fact, "path"), text(fact, "ecosystem"), text(fact, "name")));
        case "tool" ->
            facts.add(
                new PinnedTool(text(fact, "path"), text(fact, "tool"), text(fact, "version")));
        case "step" ->
            facts.add(
                new WorkflowStep(
                    text(fact, "path"),
                    text(fact, "workflow"),
                    text(fact, "job"),
                    text(fact, "name"),
                    text(fact, "run"),
                    text(fact, "uses"),
                    flag(fact, "continueOnError")));
        default -> {}
      }
    }
    return facts;
  }

  private static String text(Node.Fields fact, String name) {
    return fact.text(name).orElse("");
  }

  private static boolean flag(Node.Fields fact, String name) {
    return text(fact, name).equals("true");
  }
}
