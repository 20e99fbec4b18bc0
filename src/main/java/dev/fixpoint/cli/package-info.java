/** The command line: commands, exit codes, the terminal. No domain decisions. */
@NullMarked
package dev.fixpoint.cli;

import org.jspecify.annotations.NullMarked;
