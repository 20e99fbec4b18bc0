/**
 * The values that flow through Fixpoint: records, enums and sealed interfaces with their
 * invariants, and nothing that reads or writes.
 */
@NullMarked
package dev.fixpoint.model;

import org.jspecify.annotations.NullMarked;
