package dev.fixpoint.model;

/**
 * A finding that did not become a diagnosis.
 *
 * @param pattern the pattern that matched
 * @param line the raw line number, 1-based, in its file
 * @param text the cleaned line
 * @param count how many matches there were
 * @param why one clause for people
 * @param rule the rule that set it aside, or the empty string when no rule took it up
 */
public record Rejected(
    PatternRef pattern, long line, String text, int count, String why, String rule) {}
