package dev.fixpoint.model;

/**
 * How long the stages took, in microseconds. The only part of a record that differs between two
 * runs on the same inputs.
 *
 * @param read parsing and scanning, which run together
 * @param reason firing the rules
 * @param plan weighing, planning and deciding
 */
public record Timings(long read, long reason, long plan) {}
