/**
 * The tools of whoever writes patterns and rules: lint, test, explain, measure. Plain services; the
 * command line only prints what they give.
 */
@NullMarked
package dev.fixpoint.authoring;

import org.jspecify.annotations.NullMarked;
