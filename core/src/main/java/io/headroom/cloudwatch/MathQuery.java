package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers queries of metrics and metric math, as GetMetricData does. Not thread-safe.
 *
 * <p>The start of the range is rounded by the service's rule and the buckets are laid end to end
 * from there.
 */
public final class MathQuery {
  private final MetricStore store;

  /**
   * Creates one.
   *
   * @param store where the metrics are
   */
  public MathQuery(MetricStore store) {
    this.store = store;
  }

  /**
   * Returns the results of the entries that return data, in order.
   *
   * @param math what is asked
   * @param fromNanos the start of the range, inclusive
   * @param toNanos the end of the range, exclusive
   * @param asOfNanos the instant of the read
   * @throws IllegalArgumentException if the period is not allowed, the range is empty, or an
   *     expression gives no time series; the message names the expression
   */
  public List<MathResult> run(MetricMath math, long fromNanos, long toNanos, long asOfNanos) {
    MetricRange range =
        MetricRange.of(math.period(), fromNanos, toNanos, asOfNanos, store.settings());
    StoreInputs inputs = new StoreInputs(math, store);
    inputs.lay(range.fromNanos(), range.toNanos(), asOfNanos);
    List<MathResult> results = new ArrayList<>();
    for (MetricDataQuery query : math.results()) {
      MathValue value = math.program().evaluate(query.id(), inputs);
      for (MathSeries series : series(query, value)) {
        results.add(
            new MathResult(
                query.id(),
                label(query, value, series),
                range.fromNanos(),
                series.size(),
                points(series, range, asOfNanos)));
      }
    }
    return results;
  }

  private static List<MathSeries> series(MetricDataQuery query, MathValue value) {
    if (value instanceof MathScalar) {
      throw new IllegalArgumentException(
          "the expression '%s' must give a time series (TS or TS[]), gives S"
              .formatted(query.id()));
    }
    return value instanceof MathArray array ? array.series() : List.of((MathSeries) value);
  }

  /** Series of an array go by the label of the expression, if it has one, and their own. */
  private static String label(MetricDataQuery query, MathValue value, MathSeries series) {
    if (value instanceof MathSeries) {
      return query.legend();
    }
    return query
        .label()
        .map(label -> (label + " " + series.label()).strip())
        .orElse(series.label());
  }

  private static List<Datapoint> points(MathSeries series, MetricRange range, long asOfNanos) {
    ImmutableList.Builder<Datapoint> points = ImmutableList.builder();
    for (int bucket = 0; bucket < series.size(); bucket++) {
      if (series.has(bucket) && range.isReadable(bucket, asOfNanos)) {
        points.add(new Datapoint(range.startNanos(bucket), series.value(bucket)));
      }
    }
    return points.build();
  }
}
