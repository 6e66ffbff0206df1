package io.headroom.cloudwatch;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

/**
 * How long after the end of its period a data point can be seen, by publisher (cloudwatch section
 * 5). AWS publishes no figures.
 *
 * @param ec2 instances, basic and detailed; default 60 s
 * @param statusCheck status checks of instances; default 60 s
 * @param cpuCredits CPU credits of burstable instances; default 60 s
 * @param elb load balancers; default 60 s
 * @param autoScaling groups; default 30 s
 * @param sqs queues; default 60 s
 * @param custom samples of PutMetricData; default 3 s
 */
public record MetricDelays(
    Duration ec2,
    Duration statusCheck,
    Duration cpuCredits,
    Duration elb,
    Duration autoScaling,
    Duration sqs,
    Duration custom) {
  /** The documented defaults. */
  public static final MetricDelays DEFAULT =
      new MetricDelays(
          ofMinutes(1),
          ofMinutes(1),
          ofMinutes(1),
          ofMinutes(1),
          ofSeconds(30),
          ofMinutes(1),
          ofSeconds(3));

  /** Returns how an instance's metrics are published with an interval of monitoring. */
  public Publication ofInstances(Duration interval) {
    return new Publication(interval, ec2);
  }

  /** Returns how status checks are published. */
  public Publication ofStatusChecks() {
    return Publication.STATUS_CHECK.withDelay(statusCheck);
  }

  /** Returns how CPU credits are published. */
  public Publication ofCpuCredits() {
    return Publication.CPU_CREDITS.withDelay(cpuCredits);
  }

  /** Returns how load balancers publish. */
  public Publication ofLoadBalancers() {
    return Publication.ELB.withDelay(elb);
  }

  /** Returns how groups publish. */
  public Publication ofGroups() {
    return Publication.AUTO_SCALING.withDelay(autoScaling);
  }

  /** Returns how queues publish. */
  public Publication ofQueues() {
    return Publication.SQS.withDelay(sqs);
  }

  /** Returns how samples of PutMetricData are published, at standard resolution. */
  public Publication ofCustomMetrics() {
    return Publication.CUSTOM.withDelay(custom);
  }
}
