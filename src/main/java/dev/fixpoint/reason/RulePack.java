package dev.fixpoint.reason;

import dev.fixpoint.model.Status;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiled rules as one flat file: generated classes, the index of rules, and the weights of
 * arguments. Loading it compiles nothing.
 *
 * @param digest the SHA-256 of the files it was compiled from, in hex
 * @param models the names of the classes that hold the rules
 * @param classes the bytes of all generated classes by name
 * @param rules the rules, sorted by id
 * @param weights the weights of arguments by name, in log odds
 */
public record RulePack(
    String digest,
    List<String> models,
    Map<String, byte[]> classes,
    List<RuleInfo> rules,
    Map<String, Double> weights) {
  private static final int MAGIC = 0x46785255;

  public RulePack {
    models = List.copyOf(models);
    classes = new TreeMap<>(classes);
    rules = List.copyOf(rules);
    weights = new TreeMap<>(weights);
  }

  /**
   * Writes the pack.
   *
   * @throws IOException when the stream does
   */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(digest);
    out.writeShort(models.size());
    for (String model : models) {
      out.writeUTF(model);
    }
    out.writeShort(rules.size());
    for (RuleInfo rule : rules) {
      out.writeUTF(rule.id());
      out.writeShort(rule.version());
      out.writeUTF(rule.status().name());
      out.writeUTF(rule.since());
      out.writeUTF(rule.author());
      out.writeUTF(rule.describe());
      out.writeUTF(rule.file());
      out.writeInt(rule.line());
      out.writeUTF(rule.digest());
    }
    out.writeShort(weights.size());
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      out.writeUTF(weight.getKey());
      out.writeDouble(weight.getValue());
    }
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
  }

  /**
   * Reads a pack that {@link #write} wrote.
   *
   * @throws IOException when the stream does, or holds something else
   */
  public static RulePack read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("these are no compiled rules");
    }
    String digest = in.readUTF();
    List<String> models = new ArrayList<>();
    for (int left = in.readShort(); left > 0; left--) {
      models.add(in.readUTF());
    }
    List<RuleInfo> rules = new ArrayList<>();
    for (int left = in.readShort(); left > 0; left--) {
      rules.add(
          new RuleInfo(
              in.readUTF(),
              in.readShort(),
              Status.valueOf(in.readUTF()),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readInt(),
              in.readUTF()));
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int left = in.readShort(); left > 0; left--) {
      weights.put(in.readUTF(), in.readDouble());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      classes.put(name, in.readNBytes(in.readInt()));
    }
    return new RulePack(digest, models, classes, rules, weights);
  }
}
