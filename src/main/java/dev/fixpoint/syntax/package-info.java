/**
 * YAML, JSON and TOML files as one small tree that remembers lines, so that whoever complains about
 * a value can say where it stands. The only place where the libraries for these formats are used
 * for reading.
 */
@NullMarked
package dev.fixpoint.syntax;

import org.jspecify.annotations.NullMarked;
