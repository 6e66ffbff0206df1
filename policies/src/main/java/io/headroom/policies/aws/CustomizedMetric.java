package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.Statistic;
import java.time.Duration;
import java.util.List;

/**
 * A metric of the user's choice for target tracking.
 *
 * <p>"CustomizedMetricSpecification", Amazon EC2 Auto Scaling API Reference.
 *
 * @param metric which metric; constants of {@link GroupMetrics} take the names of the group
 * @param statistic which statistic of it
 * @param period 10, 30 or 60 seconds
 */
public record CustomizedMetric(Metric metric, Statistic statistic, Duration period)
    implements TrackedMetric {
  static final List<Duration> PERIODS =
      List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

  /**
   * Checks the period.
   *
   * @throws AutoScalingException if it is none of the three
   */
  public CustomizedMetric {
    if (!PERIODS.contains(period)) {
      throw new AutoScalingException(
          "customized metric",
          List.of(
              PolicyRefusals.metric(
                  "Period",
                  "period of a customized metric must be 10, 30 or 60 s, was %d s"
                      .formatted(period.toSeconds()))));
    }
  }

  /** Returns the metric with the default period of a minute. */
  public static CustomizedMetric of(Metric metric, Statistic statistic) {
    return new CustomizedMetric(metric, statistic, Duration.ofMinutes(1));
  }

  @Override
  public MetricStat of(GroupIdentity group) {
    return new MetricStat(GroupMetrics.of(metric, group), statistic, period);
  }
}
