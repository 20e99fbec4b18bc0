package dev.fixpoint.record;

import dev.fixpoint.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares two documents value by value. */
public final class Differences {
  private Differences() {}

  /**
   * Tells where two documents differ.
   *
   * @param before the one
   * @param after the other
   * @return one line for each value that differs: its path, and both values
   */
  public static List<String> between(Node before, Node after) {
    List<String> differences = new ArrayList<>();
    compare("", before, after, differences);
    return differences;
  }

  private static void compare(String path, Node before, Node after, List<String> differences) {
    if (before instanceof Node.Fields old && after instanceof Node.Fields now) {
      Set<String> names = new LinkedHashSet<>(old.fields().keySet());
      names.addAll(now.fields().keySet());
      for (String name : names) {
        String inner = path.isEmpty() ? name : path + "." + name;
        member(inner, old.get(name).orElse(NOTHING), now.get(name).orElse(NOTHING), differences);
      }
    } else if (before instanceof Node.Items old && after instanceof Node.Items now) {
      int most = Math.max(old.items().size(), now.items().size());
      for (int i = 0; i < most; i++) {
        member(
            path + "[" + i + "]",
            i < old.items().size() ? old.items().get(i) : NOTHING,
            i < now.items().size() ? now.items().get(i) : NOTHING,
            differences);
      }
    } else if (!word(before).equals(word(after))) {
      differences.add(path + ": " + word(before) + " -> " + word(after));
    }
  }

  private static final Node NOTHING = new Node.Scalar("", Node.Scalar.Type.NULL, 0);

  private static void member(String path, Node before, Node after, List<String> differences) {
    compare(path, before, after, differences);
  }

  private static String word(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.type() == Node.Scalar.Type.NULL
          ? "nothing"
          : SafeText.cut(SafeText.terminal(scalar.text()), 120);
    }
    return node.sort();
  }
}
