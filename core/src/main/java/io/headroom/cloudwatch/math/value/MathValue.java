package io.headroom.cloudwatch.math.value;

/**
 * What an expression gives: a number, a time series or an array of time series.
 *
 * <p>"Using math expressions with CloudWatch metrics", section "Data type abbreviations", Amazon
 * CloudWatch User Guide.
 */
public sealed interface MathValue permits MathScalar, MathSeries, MathArray {
  /** Returns the type in the words of the service's documentation: S, TS or TS[]. */
  String type();
}
