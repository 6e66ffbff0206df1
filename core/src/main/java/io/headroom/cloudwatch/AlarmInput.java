package io.headroom.cloudwatch;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an alarm watches: a statistic of one metric, or metric math over several. */
public sealed interface AlarmInput permits MetricStat, MetricMath {
  /** Returns the length of a bucket. */
  Duration period();

  /** Returns the statistics that are read, in the order in which they were given. */
  List<MetricStat> metrics();

  /** Returns the same over buckets of another length. */
  AlarmInput withPeriod(Duration newPeriod);

  /** Returns the same over other metrics. */
  AlarmInput mapMetrics(UnaryOperator<Metric> change);
}
