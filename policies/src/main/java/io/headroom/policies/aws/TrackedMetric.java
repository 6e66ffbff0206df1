package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.cloudwatch.MetricStat;

/** A metric that target tracking can hold at a value: it falls when capacity grows. */
public sealed interface TrackedMetric permits PredefinedMetric, LabelledMetric, CustomizedMetric {

  /**
   * Returns the metric, its statistic and the period of the alarms, for a group.
   *
   * @throws IllegalArgumentException if the group lacks what the metric needs
   */
  MetricStat of(GroupIdentity group);
}
