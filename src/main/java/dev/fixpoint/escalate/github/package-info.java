/** GitHub, as its own client library sees it. */
@NullMarked
package dev.fixpoint.escalate.github;

import org.jspecify.annotations.NullMarked;
