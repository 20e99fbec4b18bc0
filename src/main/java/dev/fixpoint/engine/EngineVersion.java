package dev.fixpoint.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this build. */
public final class EngineVersion {
  private EngineVersion() {}

  /** The version, for example {@code 0.1.0}. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = EngineVersion.class.getResourceAsStream("/fixpoint/build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the jar is broken: build.properties", e);
    }
    return properties.getProperty("version", "unknown");
  }
}
