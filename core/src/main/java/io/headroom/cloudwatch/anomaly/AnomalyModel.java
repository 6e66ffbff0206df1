package io.headroom.cloudwatch.anomaly;

import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathSeries;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Expects of a metric what it did at the same time of the earlier days: the mean, and so many
 * standard deviations to each side.
 *
 * <p>"Using CloudWatch anomaly detection", Amazon CloudWatch User Guide: the service trains a model
 * on up to two weeks of data, with hourly, daily and weekly patterns, and does not publish it. Ours
 * knows the daily pattern only, and gives no band before it has seen enough days.
 *
 * @param days how many days it looks back, 1 to 14; default 14
 * @param minimumDays how many of them must have a value, at least 2; default 2
 */
public record AnomalyModel(int days, int minimumDays) {
  /** Two weeks, two values at least. */
  public static final AnomalyModel DEFAULT = new AnomalyModel(14, 2);

  private static final int MAX_DAYS = 14;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public AnomalyModel {
    if (days < 1 || days > MAX_DAYS || minimumDays < 2 || minimumDays > days) {
      throw new IllegalArgumentException(
          "an anomaly model looks back 2 to 14 days and needs 2 values or more, was %d and %d"
              .formatted(days, minimumDays));
    }
  }

  /**
   * Returns the upper edge, then the lower one, of the expected values.
   *
   * @param past the values of the same buckets on earlier days; NaN for none
   * @param width how many standard deviations the band reaches to each side
   * @param limits the values that the metric can have at all
   */
  public MathArray band(List<double[]> past, double width, AnomalyLimits limits) {
    return new MathArray(
        List.of(
            edge("upper", past, limits::clamp, width), edge("lower", past, limits::clamp, -width)));
  }

  private MathSeries edge(
      String label, List<double[]> past, DoubleUnaryOperator clamp, double width) {
    return MathSeries.of(
        label,
        past.get(0).length,
        bucket -> {
          double[] seen =
              past.stream()
                  .mapToDouble(day -> day[bucket])
                  .filter(value -> !Double.isNaN(value))
                  .toArray();
          return seen.length < minimumDays
              ? Double.NaN
              : clamp.applyAsDouble(mean(seen) + width * deviation(seen));
        });
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }
}
