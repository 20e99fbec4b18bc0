/**
 * Rules over facts: compiles, caches and fires {@code rules/*.drl}, and tells which rule and which
 * facts stand behind each conclusion.
 */
@NullMarked
package dev.fixpoint.reason;

import org.jspecify.annotations.NullMarked;
