package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.cloudwatch.AlarmInput;

/** A metric that target tracking can hold at a value: it falls when capacity grows. */
public sealed interface TrackedMetric
    permits PredefinedMetric, LabelledMetric, CustomizedMetric, CustomizedMath {

  /**
   * Returns what the alarms watch, with their period, for a group.
   *
   * @throws IllegalArgumentException if the group lacks what the metric needs
   */
  AlarmInput of(GroupIdentity group);
}
