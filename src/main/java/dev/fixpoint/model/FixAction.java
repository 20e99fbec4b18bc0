package dev.fixpoint.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing to do.
 *
 * @param verb what
 * @param parameters with what, by name; sorted
 */
public record FixAction(Verb verb, Map<String, String> parameters) {
  public FixAction {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
