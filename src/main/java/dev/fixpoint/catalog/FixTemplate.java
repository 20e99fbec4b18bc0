package dev.fixpoint.catalog;

import dev.fixpoint.model.FixAction;
import dev.fixpoint.model.Risk;
import dev.fixpoint.model.Status;
import java.util.List;

/**
 * A remedy by name. Patterns and rules name it; its parameters are filled in from the diagnosis.
 *
 * @param id the stable name; {@code patterns/_fixes/<id>.yaml}
 * @param version the version of its meaning, 1-based
 * @param status how far it is trusted: only stable ones may act
 * @param title one line for people; {@code {name}} stands for an entity of the diagnosis
 * @param advice what a person should do
 * @param risk how much it could break
 * @param actions what to do, in order; parameters may hold {@code {name}}
 * @param needs the names of the conditions that must hold before it may act
 * @param verification how to show that it worked
 * @param confidence how often, when the diagnosis is right, the remedy turns the step green and is
 *     kept, 0 to 1
 */
public record FixTemplate(
    String id,
    int version,
    Status status,
    String title,
    String advice,
    Risk risk,
    List<FixAction> actions,
    List<String> needs,
    String verification,
    double confidence) {
  public FixTemplate {
    actions = List.copyOf(actions);
    needs = List.copyOf(needs);
  }
}
