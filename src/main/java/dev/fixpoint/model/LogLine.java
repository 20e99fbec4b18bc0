package dev.fixpoint.model;

/**
 * One cleaned, redacted line.
 *
 * @param position the line's place in the whole document, 1-based; equals the raw line number
 *     unless the document has several parts
 * @param text the line without timestamps, escape sequences and secrets
 */
public record LogLine(long position, String text) {}
