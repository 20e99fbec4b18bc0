package dev.fixpoint.regex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The literal texts that every match of an expression contains. */
public final class Literals {
  /** A shorter literal occurs too often to filter lines by. */
  public static final int SHORTEST = 4;

  /** More literals than this cost more than they save. */
  private static final int MOST = 16;

  private Literals() {}

  /**
   * Whether every match of an expression contains one of the literals, whatever the case.
   *
   * @param regex the expression
   * @param literals the literals
   * @throws RegexSyntaxException when the expression cannot be taken apart
   */
  public static boolean mandatory(String regex, List<String> literals) throws RegexSyntaxException {
    List<String> folded = literals.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    return RegexTree.parse(regex).required().stream()
        .anyMatch(set -> set.stream().allMatch(text -> folded.stream().anyMatch(text::contains)));
  }

  /**
   * Finds literals for an expression.
   *
   * @param regex the expression
   * @return texts, lower case, of which every match contains one; empty when there are none that
   *     are long enough and few enough
   * @throws RegexSyntaxException when the expression cannot be taken apart
   */
  public static List<String> of(String regex) throws RegexSyntaxException {
    for (Set<String> set : RegexTree.parse(regex).required()) {
      boolean usable =
          set.size() <= MOST
              && set.stream()
                  .allMatch(text -> text.getBytes(StandardCharsets.UTF_8).length >= SHORTEST);
      if (usable) {
        return List.copyOf(set);
      }
    }
    return List.of();
  }
}
