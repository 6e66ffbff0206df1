package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.Statistic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The metrics that AWS offers for target tracking.
 *
 * <p>"PredefinedMetricSpecification", Amazon EC2 Auto Scaling API Reference. With basic monitoring
 * the alarms on EC2 metrics have a period of five minutes.
 */
public enum PredefinedMetric implements TrackedMetric {
  /** Mean CPU utilisation of the group, in percent. */
  ASG_AVERAGE_CPU_UTILIZATION("ASGAverageCPUUtilization", GroupMetrics.CPU_UTILIZATION),
  /** Bytes that an instance of the group receives, on average, in a minute. */
  ASG_AVERAGE_NETWORK_IN("ASGAverageNetworkIn", GroupMetrics.NETWORK_IN),
  /** Bytes that an instance of the group sends, on average, in a minute. */
  ASG_AVERAGE_NETWORK_OUT("ASGAverageNetworkOut", GroupMetrics.NETWORK_OUT),
  /** Requests that a target gets in a minute; the group's first target group unless labelled. */
  ALB_REQUEST_COUNT_PER_TARGET("ALBRequestCountPerTarget", GroupMetrics.REQUEST_COUNT_PER_TARGET);

  private final String awsName;
  private final Metric metric;

  PredefinedMetric(String awsName, Metric metric) {
    this.awsName = awsName;
    this.metric = metric;
  }

  /** Returns AWS's name. */
  public String awsName() {
    return awsName;
  }

  /** Returns the metric with AWS's name; empty if there is none. */
  public static Optional<PredefinedMetric> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }

  @Override
  public MetricStat of(GroupIdentity group) {
    Metric filled = GroupMetrics.of(metric, group);
    return switch (this) {
      case ALB_REQUEST_COUNT_PER_TARGET ->
          new MetricStat(filled, Statistic.SUM, Duration.ofMinutes(1));
      case ASG_AVERAGE_CPU_UTILIZATION, ASG_AVERAGE_NETWORK_IN, ASG_AVERAGE_NETWORK_OUT ->
          new MetricStat(filled, Statistic.AVERAGE, group.instanceMetricPeriod());
    };
  }
}
