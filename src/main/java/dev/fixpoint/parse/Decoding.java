package dev.fixpoint.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a log file into UTF-8: unpacks gzip, converts UTF-16, refuses what is no text.
 */
final class Decoding {
  private static final int PROBE = 8192;

  private Decoding() {}

  /**
   * Opens a stream of UTF-8.
   *
   * @param raw the bytes as stored
   * @param digest is fed the bytes after unpacking, before conversion
   * @throws IOException when the bytes are no text; the message says so, for people
   */
  static InputStream open(InputStream raw, MessageDigest digest) throws IOException {
    InputStream unpacked = unpack(raw);
    PushbackInputStream in =
        new PushbackInputStream(new DigestInputStream(unpacked, digest), PROBE);
    byte[] head = in.readNBytes(PROBE);
    in.unread(head);
    // The probe was digested when it was read; reading it again must not count twice.
    Charset wide = wide(head);
    if (wide != null) {
      return new Utf8Stream(new InputStreamReader(in, wide));
    }
    if (binary(head)) {
      throw new BinaryInputException();
    }
    return in;
  }

  private static InputStream unpack(InputStream raw) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    if (!gzip) {
      return in;
    }
    try {
      return new InflationGuard(new GZIPInputStream(in, 64 * 1024));
    } catch (ZipException e) {
      throw new IOException("the gzip file is broken: " + e.getMessage(), e);
    }
  }

  /** UTF-16 by its mark, or by every other byte of plain text being zero. */
  private static @Nullable Charset wide(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    int half = head.length / 2;
    if (half > 8 && odd > half * 0.7 && even < half * 0.1) {
      return StandardCharsets.UTF_16LE;
    }
    return half > 8 && even > half * 0.7 && odd < half * 0.1 ? StandardCharsets.UTF_16BE : null;
  }

  /** Real logs hold some control bytes; a third of them means that this is something else. */
  private static boolean binary(byte[] head) {
    int strange = 0;
    for (byte b : head) {
      boolean control = b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x1b;
      if (control || b == 0x7f) {
        strange++;
      }
    }
    boolean executable = head.length > 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L';
    boolean picture = head.length > 4 && head[0] == (byte) 0x89 && head[1] == 'P' && head[2] == 'N';
    boolean classFile =
        head.length > 4
            && head[0] == (byte) 0xca
            && head[1] == (byte) 0xfe
            && head[2] == (byte) 0xba;
    return executable || picture || classFile || strange > head.length * 0.3;
  }

  /** The input is not text. */
  static final class BinaryInputException extends IOException {
    private static final long serialVersionUID = 1;

    BinaryInputException() {
      super("this is a binary file, not a log");
    }
  }

  /** Characters of any charset as UTF-8 bytes. */
  private static final class Utf8Stream extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[16 * 1024];
    private byte[] bytes = new byte[0];
    private int next;

    Utf8Stream(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
      if (wanted == 0) {
        return 0;
      }
      while (next == bytes.length) {
        int count = reader.read(chars, 0, chars.length - 1);
        if (count < 0) {
          return -1;
        }
        if (Character.isHighSurrogate(chars[count - 1])) {
          int low = reader.read();
          if (low >= 0) {
            chars[count++] = (char) low;
          }
        }
        bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
        next = 0;
      }
      int given = Math.min(wanted, bytes.length - next);
      System.arraycopy(bytes, next, target, offset, given);
      next += given;
      return given;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
