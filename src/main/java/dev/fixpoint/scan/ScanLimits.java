package dev.fixpoint.scan;

/**
 * The bounds of scanning. Reaching one is reported as a problem.
 *
 * @param hits how many candidate lines of one pattern are looked at in one section
 * @param firsts how many different findings of one pattern are kept from the start of a section
 * @param lasts how many are kept from its end
 * @param occurrences how many places of one finding are kept, the last one always among them
 */
public record ScanLimits(int hits, int firsts, int lasts, int occurrences) {
  /** What holds when nothing is configured. */
  public static final ScanLimits DEFAULT = new ScanLimits(20_000, 40, 20, 12);
}
