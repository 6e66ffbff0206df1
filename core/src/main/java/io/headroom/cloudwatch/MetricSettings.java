package io.headroom.cloudwatch;

import java.time.Instant;

/**
 * The choices that CloudWatch's documentation leaves open about metrics, and the wall clock.
 *
 * @param start the instant of simulated time zero, a whole minute; five minutes and hours, to which
 *     old data are rolled up, count from its clock
 * @param delays how long data points take to show
 * @param percentile how percentiles follow from samples
 * @param anchor where the buckets of a query begin
 * @param math how metric math treats what is not documented
 */
public record MetricSettings(
    Instant start,
    MetricDelays delays,
    PercentileEstimator percentile,
    QueryAnchor anchor,
    MathSettings math) {
  /** The defaults, with simulated time zero at 1970-01-01T00:00:00Z. */
  public static final MetricSettings DEFAULT =
      new MetricSettings(
          Instant.EPOCH,
          MetricDelays.DEFAULT,
          PercentileEstimator.NEAREST_RANK,
          QueryAnchor.START,
          MathSettings.DEFAULT);

  /** Returns the same with another instant of simulated time zero. */
  public MetricSettings withStart(Instant newStart) {
    return new MetricSettings(newStart, delays, percentile, anchor, math);
  }

  /** Returns the same with other delays. */
  public MetricSettings withDelays(MetricDelays newDelays) {
    return new MetricSettings(start, newDelays, percentile, anchor, math);
  }

  /** Returns the same with another estimator of percentiles. */
  public MetricSettings withPercentile(PercentileEstimator newPercentile) {
    return new MetricSettings(start, delays, newPercentile, anchor, math);
  }

  /** Returns the same with another anchor of queries. */
  public MetricSettings withAnchor(QueryAnchor newAnchor) {
    return new MetricSettings(start, delays, percentile, newAnchor, math);
  }

  /** Returns the same with other settings of metric math. */
  public MetricSettings withMath(MathSettings newMath) {
    return new MetricSettings(start, delays, percentile, anchor, newMath);
  }
}
