package dev.fixpoint.syntax;

/** A document is not in its format. */
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  SyntaxException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line where it goes wrong, 1-based; 0 when unknown. */
  public int line() {
    return line;
  }
}
