package dev.fixpoint.model;

/**
 * A finding is no cause, whatever it says.
 *
 * @param finding what is set aside
 * @param why one clause for people
 */
public record Rejection(Finding finding, String why) implements Derived {}
