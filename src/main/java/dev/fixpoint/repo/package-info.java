/**
 * What the checkout of the repository says about the build: manifests, declared dependencies, local
 * modules, pinned tools, workflow files. Reads, never runs and never writes; everything in it is
 * hostile input.
 */
@NullMarked
package dev.fixpoint.repo;

import org.jspecify.annotations.NullMarked;
