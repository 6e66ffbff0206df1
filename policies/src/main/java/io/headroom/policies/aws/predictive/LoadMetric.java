package io.headroom.policies.aws.predictive;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.aws.GroupMetrics;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A metric of which predictive scaling looks at hours.
 *
 * @param metric which metric; constants of {@link GroupMetrics} take the names of the group
 * @param statistic which statistic of it
 * @param scale what makes an hour of it comparable with the target
 */
record LoadMetric(Metric metric, Statistic statistic, Scale scale) {

  /** What makes the statistic of an hour comparable with a target for each instance. */
  enum Scale {
    /** Nothing: it is a mean. */
    NONE,
    /** The sum of an hour is taken as a mean minute: targets are for each minute. */
    PER_MINUTE,
    /** The sum of an hour holds each instance once for each period of its metrics. */
    PER_SAMPLE
  }

  static LoadMetric of(Metric metric, Statistic statistic) {
    return new LoadMetric(
        metric, statistic, statistic.equals(Statistic.SUM) ? Scale.PER_MINUTE : Scale.NONE);
  }

  /** Returns the value of one hour that is over; empty if nothing of it is visible. */
  OptionalDouble hour(ScalingContext context, long fromNanos) {
    Metric own = GroupMetrics.of(metric, context.group());
    OptionalDouble value = context.statistic(own, statistic, fromNanos, fromNanos + SimTime.HOUR);
    return value.isPresent()
        ? OptionalDouble.of(value.getAsDouble() / divisor(context.group()))
        : value;
  }

  private double divisor(GroupIdentity group) {
    return switch (scale) {
      case NONE -> 1;
      case PER_MINUTE -> Duration.ofHours(1).toMinutes();
      case PER_SAMPLE -> Duration.ofHours(1).dividedBy(group.instanceMetricPeriod());
    };
  }
}
