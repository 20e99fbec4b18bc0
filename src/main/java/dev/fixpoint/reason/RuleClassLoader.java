package dev.fixpoint.reason;

import java.util.Map;

/** Defines the classes that rules were compiled to. */
final class RuleClassLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  RuleClassLoader(Map<String, byte[]> classes, ClassLoader parent) {
    super("rules", parent);
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
