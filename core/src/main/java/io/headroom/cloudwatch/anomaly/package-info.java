/**
 * Anomaly detection: the band of values that a metric is expected to have.
 *
 * <p>Imports {@code cloudwatch.math.value} and the JDK; Guava inside, never in a public signature.
 */
@NullMarked
package io.headroom.cloudwatch.anomaly;

import org.jspecify.annotations.NullMarked;
