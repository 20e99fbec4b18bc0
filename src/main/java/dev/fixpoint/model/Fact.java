package dev.fixpoint.model;

/** What rules may see of a build before they conclude anything. */
public sealed interface Fact
    permits Finding, StepOutcome, RunContext, RepositoryFact, KnownName, Consequence {}
