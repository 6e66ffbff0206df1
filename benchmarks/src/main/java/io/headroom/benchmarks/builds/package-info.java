/**
 * Two builds beside each other: each is the jar of a commit, loaded by a class loader of its own,
 * and both take turns in one JVM after another. Imports the JDK and Jackson, and from the race its
 * spreads and tables; it sees the builds only through types of the JDK.
 */
@NullMarked
package io.headroom.benchmarks.builds;

import org.jspecify.annotations.NullMarked;
