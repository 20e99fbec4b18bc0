package dev.fixpoint.model;

/**
 * What made a record: enough to make it again.
 *
 * @param engine the version of the engine
 * @param catalog the digest of all patterns, fixes and tables
 * @param rules the digest of all rules and weights
 * @param log the digest of the log's bytes
 */
public record Versions(String engine, String catalog, String rules, String log) {}
