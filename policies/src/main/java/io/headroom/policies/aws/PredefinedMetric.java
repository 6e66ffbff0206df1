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
  ASG_AVERAGE_CPU_UTILIZATION("ASGAverageCPUUtilization"),
  /** Bytes that an instance of the group receives, on average, in a minute. */
  ASG_AVERAGE_NETWORK_IN("ASGAverageNetworkIn"),
  /** Bytes that an instance of the group sends, on average, in a minute. */
  ASG_AVERAGE_NETWORK_OUT("ASGAverageNetworkOut"),
  /** Requests that a target gets in a minute; the group's first target group unless labelled. */
  ALB_REQUEST_COUNT_PER_TARGET("ALBRequestCountPerTarget");

  private final String awsName;

  PredefinedMetric(String awsName) {
    this.awsName = awsName;
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
    return switch (this) {
      case ASG_AVERAGE_CPU_UTILIZATION -> ofInstances(GroupMetrics.CPU_UTILIZATION, group);
      case ASG_AVERAGE_NETWORK_IN -> ofInstances(GroupMetrics.NETWORK_IN, group);
      case ASG_AVERAGE_NETWORK_OUT -> ofInstances(GroupMetrics.NETWORK_OUT, group);
      case ALB_REQUEST_COUNT_PER_TARGET ->
          new MetricStat(
              GroupMetrics.of(GroupMetrics.REQUEST_COUNT_PER_TARGET, group),
              Statistic.SUM,
              Duration.ofMinutes(1));
    };
  }

  private static MetricStat ofInstances(Metric metric, GroupIdentity group) {
    return new MetricStat(
        GroupMetrics.of(metric, group), Statistic.AVERAGE, group.instanceMetricPeriod());
  }
}
