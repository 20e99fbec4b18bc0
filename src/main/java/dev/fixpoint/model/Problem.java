package dev.fixpoint.model;

import java.util.Locale;

/**
 * Something wrong with an input or with the configuration, told to a person.
 *
 * @param level how bad it is
 * @param code the stable name of this sort of problem
 * @param location where: a file, {@code file:line}, or an input's name
 * @param message what is wrong
 * @param hint what to do about it
 */
public record Problem(Level level, Code code, String location, String message, String hint) {

  /** How bad a problem is. */
  public enum Level {
    /** The input or configuration cannot be used. */
    ERROR,
    /** The result may be incomplete. */
    WARNING,
    /** Worth knowing; the result is not affected. */
    NOTE;

    /** The name as written in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The stable names of problems, grouped by what they concern. */
  public enum Code {
    INPUT_UNREADABLE,
    INPUT_EMPTY,
    INPUT_BINARY,
    INPUT_NO_LOGS,
    ARCHIVE_BROKEN,
    ARCHIVE_REFUSED,
    LINE_SPLIT,
    SECTIONS_CAPPED,
    HITS_CAPPED,
    MATCH_COSTLY,
    PATTERN_INVALID,
    PATTERN_LOCK,
    PATTERN_EXAMPLE,
    PATTERN_STYLE,
    FIX_INVALID,
    RULE_INVALID,
    RULE_LOCK,
    RULE_STYLE,
    RULES_LIMIT,
    POLICY_INVALID,
    POLICY_CONTRADICTION,
    CHECKOUT_UNREADABLE,
    CHECKOUT_FOREIGN,
    EVENT_UNREADABLE,
    RECORD_INVALID,
    LABELS_INVALID;

    /** The name as written in reports, for example {@code input-empty}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A problem that makes its input or configuration unusable. */
  public static Problem error(Code code, String location, String message, String hint) {
    return new Problem(Level.ERROR, code, location, message, hint);
  }

  /** A problem that may leave the result incomplete. */
  public static Problem warning(Code code, String location, String message, String hint) {
    return new Problem(Level.WARNING, code, location, message, hint);
  }

  /** Something worth knowing. */
  public static Problem note(Code code, String location, String message, String hint) {
    return new Problem(Level.NOTE, code, location, message, hint);
  }

  /** One line: where, what, and what to do. */
  public String sentence() {
    return location + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
