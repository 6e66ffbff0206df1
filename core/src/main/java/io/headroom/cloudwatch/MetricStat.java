package io.headroom.cloudwatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A statistic of a metric, period by period: what a reader asks for and an alarm watches.
 *
 * <p>"MetricStat", CloudWatch API Reference.
 *
 * @param metric the metric
 * @param statistic what is asked of the samples of each period
 * @param period the length of a bucket
 * @param unit the stream to read; by default the first that has data, in the order of {@link Unit}
 */
public record MetricStat(Metric metric, Statistic statistic, Duration period, Optional<Unit> unit)
    implements AlarmInput {
  /** Creates one that reads whichever unit there is. */
  public MetricStat(Metric metric, Statistic statistic, Duration period) {
    this(metric, statistic, period, Optional.empty());
  }

  @Override
  public List<MetricStat> metrics() {
    return List.of(this);
  }

  @Override
  public MetricStat withPeriod(Duration newPeriod) {
    return new MetricStat(metric, statistic, newPeriod, unit);
  }

  @Override
  public MetricStat mapMetrics(UnaryOperator<Metric> change) {
    return new MetricStat(change.apply(metric), statistic, period, unit);
  }

  /** Returns the same for one unit only. */
  public MetricStat withUnit(Unit newUnit) {
    return new MetricStat(metric, statistic, period, Optional.of(newUnit));
  }

  @Override
  public String toString() {
    return metric + " " + statistic;
  }
}
