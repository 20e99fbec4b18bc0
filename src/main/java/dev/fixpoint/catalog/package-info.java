/**
 * The knowledge that is data: patterns, fix templates and tables of facts, loaded, validated as
 * strictly as code, locked by version, and packed for a fast start.
 */
@NullMarked
package dev.fixpoint.catalog;

import org.jspecify.annotations.NullMarked;
