/**
 * Files named by what they were made from: private, written whole or not at all, bounded in size.
 */
@NullMarked
package dev.fixpoint.cache;

import org.jspecify.annotations.NullMarked;
