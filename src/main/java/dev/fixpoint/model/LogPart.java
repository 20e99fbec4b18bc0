package dev.fixpoint.model;

/**
 * One file of a log that comes in several, such as a job's text inside the archive of a run.
 *
 * @param name the file's name; empty when the log is a single file
 * @param firstPosition the position of its first line in the document, 1-based
 */
public record LogPart(String name, long firstPosition) {}
