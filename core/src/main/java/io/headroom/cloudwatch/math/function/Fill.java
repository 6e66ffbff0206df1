package io.headroom.cloudwatch.math.function;

import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * FILL: gives missing buckets a value. REPEAT takes the last value before the gap, so a leading gap
 * stays; LINEAR draws a straight line across the gap, so leading and trailing gaps stay.
 */
final class Fill implements MathFunction {
  @Override
  public MathValue apply(Arguments arguments) {
    return arguments.require(2, 2).each(0, filler(arguments));
  }

  private static UnaryOperator<MathSeries> filler(Arguments arguments) {
    if (arguments.isWord(1)) {
      boolean repeats = arguments.word(1, List.of("REPEAT", "LINEAR")).equals("REPEAT");
      return repeats ? Fill::repeat : Fill::linear;
    }
    MathValue value = arguments.value(1);
    if (value instanceof MathScalar scalar) {
      return series -> of(series, bucket -> scalar.value());
    }
    if (value instanceof MathSeries other) {
      return series -> of(series, other::value);
    }
    throw arguments.wrongType(1, "S, TS, REPEAT or LINEAR");
  }

  /** What to put into a missing bucket. */
  @FunctionalInterface
  private interface Filler {
    double of(int bucket);
  }

  private static MathSeries of(MathSeries series, Filler filler) {
    return MathSeries.of(
        series.label(),
        series.size(),
        bucket -> series.has(bucket) ? series.value(bucket) : filler.of(bucket));
  }

  private static MathSeries repeat(MathSeries series) {
    return of(
        series,
        bucket -> {
          int before = nearest(series, bucket, -1);
          return before < 0 ? Double.NaN : series.value(before);
        });
  }

  private static MathSeries linear(MathSeries series) {
    return of(
        series,
        bucket -> {
          int before = nearest(series, bucket, -1);
          int after = nearest(series, bucket, 1);
          return before < 0 || after < 0 ? Double.NaN : between(series, before, bucket, after);
        });
  }

  private static double between(MathSeries series, int before, int bucket, int after) {
    double share = (double) (bucket - before) / (after - before);
    return series.value(before) + share * (series.value(after) - series.value(before));
  }

  /** Returns the nearest bucket with a value in a direction, -1 if there is none. */
  private static int nearest(MathSeries series, int bucket, int step) {
    for (int i = bucket + step; i >= 0 && i < series.size(); i += step) {
      if (series.has(i)) {
        return i;
      }
    }
    return -1;
  }
}
