/**
 * Regular expressions for single lines, in the syntax of RE2: compiled, matched in bounded time,
 * and taken apart to learn which literals they need and which branches they have.
 */
@NullMarked
package dev.fixpoint.regex;

import org.jspecify.annotations.NullMarked;
