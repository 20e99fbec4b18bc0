package dev.fixpoint.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the process starts and ends. */
public final class Main {
  private Main() {}

  /**
   * Runs the command line and ends the process with its exit code.
   *
   * @param args the arguments
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Session session =
        new Session(
            System.in,
            out,
            err,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home", ".")),
            System.getProperty("user.name", ""),
            isTerminal());
    ExitCode exit;
    try {
      exit = new FixpointCli(session).run(args);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      // The last boundary: whatever went wrong, CI gets a code of its own and a way to report it.
      err.println("error: this is a fault of Fixpoint itself: " + e);
      e.printStackTrace(err);
      exit = ExitCode.INTERNAL;
    }
    out.flush();
    System.exit(exit.code());
  }

  /** From JDK 22 on there is a console without a terminal too, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
