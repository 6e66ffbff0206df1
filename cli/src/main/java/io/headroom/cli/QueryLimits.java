package io.headroom.cli;

import io.headroom.TimeSeries;
import io.headroom.cloudwatch.MetricMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What one call of GetMetricData would not do and the command does.
 *
 * <p>"GetMetricData", Amazon CloudWatch API Reference.
 */
final class QueryLimits {
  private static final int MAX_QUERIES = 500;
  private static final int MAX_POINTS = 100_800;

  private QueryLimits() {}

  /** Returns a line for each limit that a query or its answer passes. */
  static List<String> warnings(MetricMath math, List<TimeSeries> answer) {
    List<String> lines = new ArrayList<>();
    limit(lines, "queries", math.queries().size(), MAX_QUERIES);
    limit(lines, "data points", points(answer), MAX_POINTS);
    return lines;
  }

  /** Counts the values: a bucket without samples has no data point. */
  private static long points(List<TimeSeries> answer) {
    return answer.stream()
        .flatMapToDouble(series -> DoubleStream.of(series.values()))
        .filter(value -> !Double.isNaN(value))
        .count();
  }

  private static void limit(List<String> lines, String what, long found, int most) {
    if (found > most) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d %s; the limit of one call of GetMetricData is %,d",
              found,
              what,
              most));
    }
  }
}
