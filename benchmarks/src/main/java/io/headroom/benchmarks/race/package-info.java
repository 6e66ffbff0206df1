/**
 * Side-by-side measurements: each contestant runs in a JVM of its own, the rounds interleave in
 * rotating order, and a table gives medians with their extremes and the ratios of the rounds.
 * Imports the JDK.
 */
@NullMarked
package io.headroom.benchmarks.race;

import org.jspecify.annotations.NullMarked;
