package io.headroom;

import io.headroom.cloudwatch.Datapoint;
import io.headroom.cloudwatch.MathQuery;
import io.headroom.cloudwatch.MathResult;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricDataQuery;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The metrics of a run that is over, answered as GetMetricData does.
 *
 * <p>A view of what the run recorded: data points of a minute go back 15 days, of five minutes 63,
 * of an hour 455. Percentiles and trimmed statistics need the samples, of which a run keeps three
 * hours; {@link Simulation#keepingSamples} keeps more. A result may be shared by threads: queries
 * are synchronized, because the store lays out each answer in the same buckets and opens the
 * metrics that metric math names. Two are equal if every metric has the same sums, counts and
 * extremes.
 */
public final class RunMetrics {
  /** No metrics. */
  public static final RunMetrics NONE = new RunMetrics(new MetricStore(), 0);

  /** Long enough for the last data points to have become visible. */
  private static final long AFTERMATH = SimTime.HOUR;

  private final MetricStore store;
  private final long endNanos;

  RunMetrics(MetricStore store, long endNanos) {
    this.store = store;
    this.endNanos = endNanos;
  }

  /** Returns the metrics that have data points, sorted. */
  public synchronized List<Metric> list() {
    return List.copyOf(store.metrics());
  }

  /** Returns the unit in which a metric was published, the preferred one if there are several. */
  public synchronized Unit unit(Metric metric) {
    return store.units(metric).stream().findFirst().orElse(Unit.NONE);
  }

  /**
   * Returns a statistic of a metric over the whole run.
   *
   * @param metric exactly the metric that was published
   * @param statistic what is asked of the samples of each period
   * @param period 1, 5, 10, 20, 30 or a multiple of 60 seconds
   * @throws IllegalArgumentException if the period is not allowed
   */
  public TimeSeries query(Metric metric, Statistic statistic, Duration period) {
    MetricStat stat = new MetricStat(metric, statistic, period);
    return query(MetricMath.of(MetricDataQuery.metric("m1", stat).returned())).get(0);
  }

  /**
   * Returns the results of metric math over the whole run, in order.
   *
   * @throws IllegalArgumentException if the period is not allowed, or an expression gives no time
   *     series
   */
  public List<TimeSeries> query(MetricMath math) {
    return query(math, Duration.ZERO, Duration.ofNanos(endNanos));
  }

  /**
   * Returns the results of metric math over a part of the run, in order.
   *
   * @param from the start since the start of the run, inclusive; rounded down as the service does
   * @param to the end since the start of the run, exclusive
   * @throws IllegalArgumentException if the period is not allowed, the range is empty, or an
   *     expression gives no time series
   */
  public synchronized List<TimeSeries> query(MetricMath math, Duration from, Duration to) {
    return new MathQuery(store)
        .run(math, from.toNanos(), to.toNanos(), endNanos + AFTERMATH).stream()
            .map(result -> series(math, result))
            .toList();
  }

  private TimeSeries series(MetricMath math, MathResult result) {
    double[] values = new double[result.buckets()];
    Arrays.fill(values, Double.NaN);
    long periodNanos = math.period().toNanos();
    for (Datapoint point : result.datapoints()) {
      values[(int) ((point.timestampNanos() - result.fromNanos()) / periodNanos)] = point.value();
    }
    return new TimeSeries(
        result.label(),
        unit(math, result.id()),
        store.settings().start().plusNanos(result.fromNanos()),
        math.period(),
        values);
  }

  /** An expression has no unit that the service knows. */
  private String unit(MetricMath math, String id) {
    return math.query(id).metricStat().map(stat -> unit(stat.metric()).toString()).orElse("None");
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof RunMetrics metrics && isEqualTo(metrics));
  }

  private boolean isEqualTo(RunMetrics other) {
    return endNanos == other.endNanos
        && list().equals(other.list())
        && list().stream().allMatch(metric -> total(metric).equals(other.total(metric)));
  }

  private synchronized Object total(Metric metric) {
    return store.statistics(metric, 0, endNanos + 1, endNanos + AFTERMATH);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(endNanos);
  }

  @Override
  public String toString() {
    return list().size() + " metrics";
  }
}
