/**
 * Bytes to cleaned lines: decodes, strips escape sequences and timestamps with a map back to raw
 * lines, tells the CI dialect, cuts sections, and takes secrets out. Streams; memory does not grow
 * with the log.
 */
@NullMarked
package dev.fixpoint.parse;

import org.jspecify.annotations.NullMarked;
