package io.headroom.cloudwatch.math.function;

import static java.util.Map.entry;

import io.headroom.cloudwatch.math.value.MathSeries;
import java.util.Map;

/**
 * Functions of a data point and those before it. The previous point is the nearest earlier one that
 * exists, and the first point has none.
 */
final class Differences {
  static final Map<String, MathFunction> ALL =
      Map.ofEntries(
          entry("RATE", of((change, seconds) -> change / seconds)),
          entry("DIFF", of((change, seconds) -> change)),
          entry("DIFF_TIME", of((change, seconds) -> seconds)),
          entry(
              "RUNNING_SUM",
              arguments -> arguments.require(1, 1).each(0, Differences::runningSum)));

  private Differences() {}

  /** What a change of value in some seconds comes to. */
  @FunctionalInterface
  private interface Formula {
    double of(double change, double seconds);
  }

  private static MathFunction of(Formula formula) {
    return arguments -> {
      double periodSeconds = arguments.require(1, 1).scope().grid().periodSeconds();
      return arguments.each(0, series -> differences(series, periodSeconds, formula));
    };
  }

  private static MathSeries differences(MathSeries series, double periodSeconds, Formula formula) {
    int[] previous = {-1};
    return MathSeries.of(
        series.label(),
        series.size(),
        bucket -> {
          if (!series.has(bucket)) {
            return Double.NaN;
          }
          int before = previous[0];
          previous[0] = bucket;
          return before < 0
              ? Double.NaN
              : formula.of(
                  series.value(bucket) - series.value(before), (bucket - before) * periodSeconds);
        });
  }

  private static MathSeries runningSum(MathSeries series) {
    double[] sum = {0};
    return series.map(value -> sum[0] += value);
  }
}
