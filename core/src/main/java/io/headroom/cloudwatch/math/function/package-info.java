/**
 * The functions of metric math, each an entry of the table of its group.
 *
 * <p>"Using math expressions with CloudWatch metrics", section "Functions supported for metric
 * math", Amazon CloudWatch User Guide. Imports {@code cloudwatch.math.value} and the JDK; Guava
 * inside, never in a public signature.
 */
@NullMarked
package io.headroom.cloudwatch.math.function;

import org.jspecify.annotations.NullMarked;
