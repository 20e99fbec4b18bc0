/** Wires the stages: the one entry point of Fixpoint as a library. */
@NullMarked
package dev.fixpoint.engine;

import org.jspecify.annotations.NullMarked;
