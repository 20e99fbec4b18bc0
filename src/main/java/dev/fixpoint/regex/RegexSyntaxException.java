package dev.fixpoint.regex;

/** A regular expression is not in the syntax of RE2; the message says why, for people. */
public final class RegexSyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  RegexSyntaxException(String message) {
    super(message);
  }
}
