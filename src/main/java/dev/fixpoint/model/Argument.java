package dev.fixpoint.model;

/**
 * A reason to believe a hypothesis more, or less. How much is not the rule's business: the weights
 * stand in {@code rules/weights.yaml}.
 *
 * @param hypothesis what it speaks about
 * @param name which reason it is, a key of the weights
 * @param detail one clause for people
 */
public record Argument(Hypothesis hypothesis, String name, String detail) implements Derived {}
