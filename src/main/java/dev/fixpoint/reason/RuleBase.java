package dev.fixpoint.reason;

import dev.fixpoint.model.RuleRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;

/** Compiled rules, loaded and ready to fire. Safe for use by several threads. */
public final class RuleBase {
  private final RulePack pack;
  private final KieBase base;
  private final Map<String, RuleInfo> byId = new HashMap<>();

  private RuleBase(RulePack pack, KieBase base) {
    this.pack = pack;
    this.base = base;
    pack.rules().forEach(rule -> byId.put(rule.id(), rule));
  }

  /**
   * Loads compiled rules.
   *
   * @param pack what the compiler made
   * @throws IllegalStateException when the pack does not fit this version of Fixpoint
   */
  public static RuleBase load(RulePack pack) {
    RuleClassLoader loader = new RuleClassLoader(pack.classes(), RuleBase.class.getClassLoader());
    List<Model> models = new ArrayList<>();
    for (String name : pack.models()) {
      try {
        models.add((Model) loader.loadClass(name).getConstructor().newInstance());
      } catch (ReflectiveOperationException | LinkageError e) {
        throw new IllegalStateException("the compiled rules do not fit: " + name, e);
      }
    }
    return new RuleBase(pack, KieBaseBuilder.createKieBaseFromModel(models, configuration(loader)));
  }

  @SuppressWarnings("deprecation") // no other call takes the loader of generated classes
  private static KieBaseConfiguration configuration(ClassLoader loader) {
    return KieServices.get().newKieBaseConfiguration(null, loader);
  }

  /** The digest of the files the rules were compiled from. */
  public String digest() {
    return pack.digest();
  }

  /** The rules, sorted by id. */
  public List<RuleInfo> rules() {
    return pack.rules();
  }

  /** The weights of arguments by name, in log odds. */
  public Map<String, Double> weights() {
    return pack.weights();
  }

  /** The id and version of the rule with this name. */
  RuleRef ref(String name) {
    RuleInfo info = byId.get(name);
    return info == null ? new RuleRef(name, 0) : info.ref();
  }

  KieSession newSession() {
    return base.newKieSession();
  }
}
