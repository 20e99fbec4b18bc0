/**
 * Patterns over a log: one pass over the bytes finds the lines that may match, and only those are
 * looked at closely.
 */
@NullMarked
package dev.fixpoint.scan;

import org.jspecify.annotations.NullMarked;
