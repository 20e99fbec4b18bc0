package dev.fixpoint.cli;

import dev.fixpoint.model.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Inputs that could not be read, told to a person. */
final class Inputs {
  private Inputs() {}

  static Problem unusable(String name, IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (e instanceof NoSuchFileException) {
      reason = "no such file";
    }
    boolean binary = reason.contains("binary");
    return Problem.error(
        binary ? Problem.Code.INPUT_BINARY : Problem.Code.INPUT_UNREADABLE,
        name,
        reason,
        binary ? "name the text of the log" : "fetch it again, or leave it out");
  }
}
