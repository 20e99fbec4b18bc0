package dev.fixpoint.model;

/**
 * One term of a confidence. The confidence is the logistic function of the sum of all.
 *
 * @param name which term, for example {@code in-failing-step}
 * @param logOdds how much it adds, in natural log odds; negative when it speaks against
 * @param detail one clause for people
 * @param rule the rule that made the argument, or the empty string
 */
public record Contribution(String name, double logOdds, String detail, String rule) {}
