/**
 * Compares the JSON results of two builds that were measured side by side, and says which
 * benchmarks became slower by more than the noise. Imports the JDK and Jackson.
 */
@NullMarked
package io.headroom.benchmarks.regression;

import org.jspecify.annotations.NullMarked;
