package dev.fixpoint.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into raw lines, which end at a newline byte alone. A line longer than the
 * buffer comes in pieces.
 */
final class RawLines {
  /** Long enough that whole lines are the rule; short enough that memory stays small. */
  private static final int PIECE = 256 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[PIECE];
  private int limit;
  private int next;
  private int start;
  private int end;
  private boolean exhausted;
  private boolean lastPieceEndedLine = true;
  private boolean pieceEndsLine;
  private long bytesRead;

  RawLines(InputStream in) {
    this.in = in;
  }

  /**
   * Moves to the next line, or the next piece of a very long one.
   *
   * @return false at the end of the stream
   * @throws IOException when the stream cannot be read
   */
  boolean advance() throws IOException {
    lastPieceEndedLine = pieceEndsLine || bytesRead == 0;
    int from = next;
    int scan = next;
    while (true) {
      for (int i = scan; i < limit; i++) {
        if (buffer[i] == '\n') {
          return piece(from, i, i + 1, true);
        }
      }
      int pending = limit - from;
      if (pending >= PIECE) {
        return piece(from, limit, limit, false);
      }
      if (exhausted) {
        return pending > 0 && piece(from, limit, limit, true);
      }
      fill(from, pending);
      from = 0;
      scan = pending;
    }
  }

  private boolean piece(int from, int to, int nextLine, boolean endsLine) {
    start = from;
    end = to;
    next = nextLine;
    pieceEndsLine = endsLine;
    return true;
  }

  private void fill(int from, int pending) throws IOException {
    if (buffer.length < 2 * PIECE) {
      buffer = Arrays.copyOf(buffer, 2 * PIECE);
    }
    System.arraycopy(buffer, from, buffer, 0, pending);
    int read = in.readNBytes(buffer, pending, PIECE);
    exhausted = read < PIECE;
    bytesRead += read;
    limit = pending + read;
    next = 0;
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether this piece begins a line. */
  boolean startsLine() {
    return lastPieceEndedLine;
  }

  /** Whether this piece ends its line. */
  boolean endsLine() {
    return pieceEndsLine;
  }

  /** How many bytes were read so far. */
  long bytesRead() {
    return bytesRead;
  }
}
