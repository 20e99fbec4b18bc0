package dev.fixpoint.parse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a compressed input that unpacks to more than any log has. */
final class InflationGuard extends FilterInputStream {
  /** Larger than any real log; small enough that a bomb ends in minutes. */
  static final long LIMIT = 16L * 1024 * 1024 * 1024;

  private final long limit;
  private long count;

  InflationGuard(InputStream in) {
    this(in, LIMIT);
  }

  InflationGuard(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) throws IOException {
    count += more;
    if (count > limit) {
      throw new ArchiveRefusedException("it unpacks to more than " + limit + " bytes");
    }
  }

  /** The archive was refused because of what it would unpack to. */
  static final class ArchiveRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    ArchiveRefusedException(String message) {
      super(message);
    }
  }
}
