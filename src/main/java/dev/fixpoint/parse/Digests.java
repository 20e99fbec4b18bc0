package dev.fixpoint.parse;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of log bytes. */
final class Digests {
  private Digests() {}

  /** A fresh SHA-256. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
