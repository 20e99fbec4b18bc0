package dev.fixpoint.model;

/**
 * One hypothesis is the reason for another.
 *
 * @param cause the one that came first in the chain of events
 * @param symptom the one that followed from it
 * @param why one clause for people
 */
public record Explains(Hypothesis cause, Hypothesis symptom, String why) implements Derived {}
