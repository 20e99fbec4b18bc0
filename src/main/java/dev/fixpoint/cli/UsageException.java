package dev.fixpoint.cli;

/** An option's value is none; the message says which and what would be. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
