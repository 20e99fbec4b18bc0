package dev.fixpoint.engine;

import dev.fixpoint.cache.ContentCache;
import dev.fixpoint.catalog.Catalog;
import dev.fixpoint.catalog.CatalogPack;
import dev.fixpoint.catalog.CatalogReader;
import dev.fixpoint.model.Problem;
import dev.fixpoint.reason.RuleBase;
import dev.fixpoint.reason.RuleCompiler;
import dev.fixpoint.reason.RulePack;
import dev.fixpoint.reason.RuleSources;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Fixpoint knows: patterns and rules, loaded and ready.
 *
 * @param catalog the patterns, fixes and tables
 * @param rules the rules
 */
public record Knowledge(Catalog catalog, RuleBase rules) {
  /** Where the build puts the packed patterns. */
  public static final String CATALOG = "/fixpoint/catalog.bin";

  /** Where the build puts the compiled rules. */
  public static final String RULES = "/fixpoint/rules.bin";

  /** The knowledge that came with this build; loads in milliseconds, reads no source. */
  public static Knowledge bundled() {
    return new Knowledge(bundledCatalog(), bundledRules());
  }

  /** The patterns that came with this build. */
  public static Catalog bundledCatalog() {
    try (DataInputStream in = resource(CATALOG)) {
      return CatalogPack.read(in);
    } catch (IOException e) {
      throw new IllegalStateException("the jar is broken: " + CATALOG, e);
    }
  }

  /** The rules that came with this build. */
  public static RuleBase bundledRules() {
    return RuleBase.load(bundledRulePack());
  }

  /** The rules that came with this build, not loaded. */
  public static RulePack bundledRulePack() {
    try (DataInputStream in = resource(RULES)) {
      return RulePack.read(in);
    } catch (IOException e) {
      throw new IllegalStateException("the jar is broken: " + RULES, e);
    }
  }

  private static DataInputStream resource(String name) throws IOException {
    InputStream in = Knowledge.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the resource is missing");
    }
    return new DataInputStream(new BufferedInputStream(in, 64 * 1024));
  }

  /**
   * Reads patterns, or rules, or both from folders; what is not given is the bundled one.
   *
   * @param patterns a folder of patterns, or null
   * @param rules a folder of rules, or null; rules are code with full power, so name only a folder
   *     you trust
   * @param cache keeps rules that were compiled, or null
   * @throws ConfigurationException when something in them is wrong
   * @throws IOException when they cannot be read
   */
  public static Knowledge of(
      @Nullable Path patterns, @Nullable Path rules, @Nullable ContentCache cache)
      throws ConfigurationException, IOException {
    return new Knowledge(
        patterns == null ? bundledCatalog() : catalog(patterns),
        rules == null ? bundledRules() : rules(rules, cache));
  }

  /**
   * Reads a folder of patterns.
   *
   * @throws ConfigurationException when something in them is wrong
   * @throws IOException when they cannot be read
   */
  public static Catalog catalog(Path folder) throws ConfigurationException, IOException {
    CatalogReader.Result result = CatalogReader.read(folder, true);
    // Versions that are not locked yet are the author's business, not the user's.
    List<Problem> errors =
        result.problems().stream()
            .filter(problem -> problem.level() == Problem.Level.ERROR)
            .filter(problem -> problem.code() != Problem.Code.PATTERN_LOCK)
            .toList();
    if (!errors.isEmpty()) {
      throw new ConfigurationException(errors);
    }
    return result.catalog();
  }

  private static RuleBase rules(Path folder, @Nullable ContentCache cache)
      throws ConfigurationException, IOException {
    RuleSources sources = RuleSources.read(folder);
    String key = sources.digest() + ".rules";
    if (cache != null) {
      Optional<byte[]> kept = cache.get(key);
      if (kept.isPresent()) {
        return RuleBase.load(
            RulePack.read(new DataInputStream(new ByteArrayInputStream(kept.get()))));
      }
    }
    RuleCompiler.Result result = RuleCompiler.compile(sources);
    if (!result.usable()) {
      throw new ConfigurationException(result.problems());
    }
    if (cache != null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      result.pack().write(new DataOutputStream(bytes));
      cache.put(key, bytes.toByteArray());
    }
    return RuleBase.load(result.pack());
  }
}
