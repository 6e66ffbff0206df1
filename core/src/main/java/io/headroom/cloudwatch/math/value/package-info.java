/**
 * What metric math computes with: numbers, time series over equal buckets, arrays of them, and what
 * a request offers to its expressions.
 *
 * <p>Imports the JDK only; Guava inside, never in a public signature.
 */
@NullMarked
package io.headroom.cloudwatch.math.value;

import org.jspecify.annotations.NullMarked;
