/**
 * From what the rules concluded to what is to be done: confidence with every term listed, fix plans
 * from named templates, and a verdict by policy.
 */
@NullMarked
package dev.fixpoint.plan;

import org.jspecify.annotations.NullMarked;
