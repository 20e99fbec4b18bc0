package dev.fixpoint.catalog;

import dev.fixpoint.model.Kind;
import dev.fixpoint.model.PatternRef;
import dev.fixpoint.model.Severity;
import dev.fixpoint.model.Status;
import dev.fixpoint.regex.LinePattern;
import java.util.List;
import java.util.Map;

/**
 * How one message of one tool looks, and what it means. The keys of a pattern file, in their order.
 *
 * @param id the stable name; {@code patterns/<tool>/<name>.yaml} has the id {@code <tool>.<name>}
 * @param version the version of its meaning, 1-based
 * @param status how far it is trusted
 * @param title one line for people; {@code {name}} stands for a capture
 * @param description what the message means and what to do, for people
 * @param category the sort of trouble
 * @param severity what a match means for its step
 * @param weight how sure one match makes us that this is the cause, 0 to 1
 * @param dialects the CI systems whose logs it applies to; empty for all
 * @param match what to look for
 * @param captures what the expressions capture, by name
 * @param explains pattern ids, or {@code kind:} and a kind, of what follows from it
 * @param examples lines that must match, and lines that must not; empty in a packed catalog
 * @param references where the message comes from
 * @param cause the id of the cause that a match names by itself, or the empty string
 * @param fix the template of the remedy, or the empty string
 */
public record Pattern(
    String id,
    int version,
    Status status,
    String title,
    String description,
    Kind category,
    Severity severity,
    double weight,
    List<String> dialects,
    Match match,
    Map<String, Capture> captures,
    List<String> explains,
    Examples examples,
    List<String> references,
    String cause,
    String fix) {
  public Pattern {
    dialects = List.copyOf(dialects);
    captures = Map.copyOf(captures);
    explains = List.copyOf(explains);
    references = List.copyOf(references);
  }

  /** The id and the version. */
  public PatternRef ref() {
    return new PatternRef(id, version);
  }

  /** The part of the id before the dot. */
  public String tool() {
    return id.substring(0, id.indexOf('.'));
  }

  /** Which of several matches in one section count. */
  public enum Occurrence {
    ALL,
    FIRST,
    LAST
  }

  /**
   * What to look for.
   *
   * @param literals texts of which every matching line contains at least one, whatever the case
   * @param regex the expression for the line
   * @param unless expressions that must not match the same line
   * @param within what must, or must not, stand nearby
   * @param occurrence which of several matches in one section count
   */
  public record Match(
      List<String> literals,
      LinePattern regex,
      List<LinePattern> unless,
      Within within,
      Occurrence occurrence) {
    public Match {
      literals = List.copyOf(literals);
      unless = List.copyOf(unless);
    }
  }

  /**
   * What must, or must not, stand near the line.
   *
   * @param lines how many lines away at most, in each direction
   * @param follow lines that must come after it, in order
   * @param unless expressions that must not match a line after it
   * @param unlessBefore expressions that must not match a line before it
   * @param until expressions that end the looking after it: their line and what comes behind is not
   *     looked at
   */
  public record Within(
      int lines,
      List<Follow> follow,
      List<LinePattern> unless,
      List<LinePattern> unlessBefore,
      List<LinePattern> until) {
    /** No surroundings are looked at. */
    public static final Within NOTHING = new Within(0, List.of(), List.of(), List.of(), List.of());

    public Within {
      follow = List.copyOf(follow);
      unless = List.copyOf(unless);
      unlessBefore = List.copyOf(unlessBefore);
      until = List.copyOf(until);
    }
  }

  /**
   * A line that comes after the first.
   *
   * @param regex the expression for the line
   * @param optional whether the match stands without it
   * @param show whether this is the line to show a person, rather than the first
   */
  public record Follow(LinePattern regex, boolean optional, boolean show) {}

  /**
   * What is known of a capture.
   *
   * @param groupBy whether two failures with different values are different failures
   * @param tables the tables of facts to ask about the value
   * @param lists the table of which the value lists names, each with a version behind its last
   *     dash; empty when it lists none
   */
  public record Capture(boolean groupBy, List<String> tables, String lists) {
    public Capture {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Lines that show what the pattern means.
   *
   * @param mustMatch texts, of one line or several, that it must find
   * @param mustNotMatch texts that it must leave alone
   */
  public record Examples(List<Positive> mustMatch, List<Negative> mustNotMatch) {
    /** None. */
    public static final Examples NONE = new Examples(List.of(), List.of());

    public Examples {
      mustMatch = List.copyOf(mustMatch);
      mustNotMatch = List.copyOf(mustNotMatch);
    }

    /**
     * A text that must be found.
     *
     * @param text the lines
     * @param captures what must be captured; names that are not listed are not checked
     * @param line where it stands in its file
     */
    public record Positive(String text, Map<String, String> captures, int line) {
      public Positive {
        captures = Map.copyOf(captures);
      }
    }

    /**
     * A text that must be left alone.
     *
     * @param text the lines
     * @param why the reason, for people
     * @param line where it stands in its file
     */
    public record Negative(String text, String why, int line) {}
  }
}
