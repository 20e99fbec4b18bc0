package dev.fixpoint.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression for one line. Matching takes bounded time whatever the text: the fast engine
 * of the JDK runs under a budget of steps, and what exceeds it is decided by RE2, which is linear.
 *
 * <p>An expression that begins with {@code ^} is tried at the start of the line and behind each tag
 * that tools put in front of other tools' lines, such as {@code [ERROR]} (see {@link LineStarts}).
 *
 * <p>Compiling is put off until the first match is asked for. Instances are safe for use by several
 * threads.
 */
public final class LinePattern {
  /** Steps per character before RE2 takes over; an innocent match needs fewer than ten. */
  private static final int STEPS_PER_CHAR = 60;

  private static final int STEPS_AT_LEAST = 20_000;

  private final String regex;
  private final boolean linearOnly;
  private final boolean anchored;
  private final boolean startSensitive;
  private final List<String> names;
  private volatile java.util.regex.@Nullable Pattern fast;
  private volatile @Nullable Pattern linear;

  private LinePattern(String regex, List<String> names, boolean linearOnly) {
    this.regex = regex;
    this.names = names;
    this.linearOnly = linearOnly;
    this.startSensitive = regex.contains("^");
    this.anchored = regex.startsWith("^") && regex.indexOf('|') < 0;
  }

  /**
   * Takes an expression that {@link #check} accepted before.
   *
   * @param regex the expression
   * @param names the names of its groups, in order of their numbers; empty for a group without one
   * @param linearOnly whether only RE2 may run it, because its author is not trusted
   */
  public static LinePattern of(String regex, List<String> names, boolean linearOnly) {
    return new LinePattern(regex, List.copyOf(names), linearOnly);
  }

  /**
   * Checks that an expression is one of RE2 and of the JDK.
   *
   * @param regex the expression
   * @return the names of its groups, in order of their numbers; empty for a group without one
   * @throws RegexSyntaxException when one of the two engines refuses it
   */
  public static List<String> check(String regex) throws RegexSyntaxException {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new RegexSyntaxException(
          "not an expression of RE2 (no look-around, no back-references): " + e.getDescription());
    }
    try {
      java.util.regex.Pattern.compile(regex);
    } catch (java.util.regex.PatternSyntaxException e) {
      throw new RegexSyntaxException(
          "not an expression of the JDK (write named groups as (?<name>...)): "
              + e.getDescription());
    }
    return RegexTree.parse(regex).groupNames();
  }

  /** The expression as written. */
  public String regex() {
    return regex;
  }

  /** The names of its groups, in order of their numbers; empty for a group without one. */
  public List<String> names() {
    return names;
  }

  /** Whether only RE2 may run it, because its author is not trusted. */
  public boolean linearOnly() {
    return linearOnly;
  }

  /**
   * Looks for the expression in a line.
   *
   * @param line the line
   * @return what the named groups captured, sorted by name, or null when the line does not match
   */
  public @Nullable Map<String, String> match(String line) {
    int[] starts = startSensitive ? LineStarts.of(line) : LineStarts.ONLY_FIRST;
    for (int start : starts) {
      Map<String, String> captures = linearOnly ? matchLinear(line, start) : matchFast(line, start);
      if (captures != null) {
        return captures;
      }
    }
    return null;
  }

  private @Nullable Map<String, String> matchFast(String line, int start) {
    java.util.regex.Pattern compiled = fast;
    if (compiled == null) {
      compiled = java.util.regex.Pattern.compile(regex);
      fast = compiled;
    }
    Budget budget = new Budget(line, STEPS_AT_LEAST + STEPS_PER_CHAR * line.length());
    java.util.regex.Matcher matcher = compiled.matcher(budget).region(start, line.length());
    try {
      boolean found = anchored ? matcher.lookingAt() : matcher.find();
      return found ? captures(matcher::group) : null;
    } catch (BudgetSpentException | StackOverflowError e) {
      // Both mean that this line is a bad one for a backtracking engine, not that it does not
      // match.
      return matchLinear(line, start);
    }
  }

  private @Nullable Map<String, String> matchLinear(String line, int start) {
    Pattern compiled = linear;
    if (compiled == null) {
      compiled = Pattern.compile(regex);
      linear = compiled;
    }
    Matcher matcher = compiled.matcher(start == 0 ? line : line.substring(start));
    return matcher.find() ? captures(matcher::group) : null;
  }

  private Map<String, String> captures(java.util.function.IntFunction<@Nullable String> group) {
    Map<String, String> captures = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      String value = names.get(i).isEmpty() ? null : group.apply(i + 1);
      if (value != null && !value.isEmpty()) {
        captures.put(names.get(i), value);
      }
    }
    return captures;
  }

  /** The branches of all alternations, each as the expression with only that branch left. */
  public static List<String> branches(String regex) throws RegexSyntaxException {
    return new ArrayList<>(RegexTree.parse(regex).branches());
  }

  @Override
  public String toString() {
    return regex;
  }

  /** A line that counts how often it is read. */
  private static final class Budget implements CharSequence {
    private final String line;
    private int left;

    Budget(String line, int steps) {
      this.line = line;
      this.left = steps;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new BudgetSpentException();
      }
      return line.charAt(index);
    }

    @Override
    public int length() {
      return line.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return line.substring(start, end);
    }

    @Override
    public String toString() {
      return line;
    }
  }

  /** The budget of steps is spent. */
  private static final class BudgetSpentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private BudgetSpentException() {
      super("budget spent", null, false, false);
    }
  }
}
