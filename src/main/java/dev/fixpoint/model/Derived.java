package dev.fixpoint.model;

/** What rules conclude. Each is withdrawn when the facts behind it go. */
public sealed interface Derived permits Hypothesis, Explains, Argument, Rejection {}
