/**
 * What an analysis leaves behind: the record as JSON, the journal of records, and reports for
 * people and tools. Renderers are pure functions; each escapes for its own medium.
 */
@NullMarked
package dev.fixpoint.record;

import org.jspecify.annotations.NullMarked;
