package dev.fixpoint.parse;

import java.nio.charset.StandardCharsets;

/** Questions about stretches of bytes. */
final class Bytes {
  private Bytes() {}

  static byte[] of(String ascii) {
    return ascii.getBytes(StandardCharsets.UTF_8);
  }

  static boolean startsWith(byte[] bytes, int start, int end, byte[] prefix) {
    if (end - start < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[start + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  static int indexOf(byte[] bytes, int start, int end, byte[] needle) {
    int last = end - needle.length;
    for (int i = start; i <= last; i++) {
      if (bytes[i] == needle[0] && startsWith(bytes, i, end, needle)) {
        return i;
      }
    }
    return -1;
  }

  static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean blank(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
  }
}
