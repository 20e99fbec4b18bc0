package dev.fixpoint.model;

/**
 * What the author of a pattern knows: where it matches, something else is likely to be seen because
 * of it.
 *
 * @param pattern the pattern that names the cause
 * @param symptom the pattern of what follows, or {@code kind:} and a kind
 */
public record Consequence(String pattern, String symptom) implements Fact {}
