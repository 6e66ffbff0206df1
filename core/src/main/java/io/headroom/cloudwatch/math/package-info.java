/**
 * Metric math: the language of expressions over metrics, and the programs that alarms and queries
 * make of them.
 *
 * <p>A {@link io.headroom.cloudwatch.math.MathExpression} is parsed once, with messages that name
 * the place of a mistake, and evaluated over aligned buckets as often as wanted. A {@link
 * io.headroom.cloudwatch.math.MathProgram} is a request: metrics and expressions that refer to each
 * other by id. "Using math expressions with CloudWatch metrics", Amazon CloudWatch User Guide.
 *
 * <p>Imports {@code cloudwatch.math.value}, {@code cloudwatch.math.function} and the JDK; Guava
 * inside, never in a public signature.
 */
@NullMarked
package io.headroom.cloudwatch.math;

import org.jspecify.annotations.NullMarked;
