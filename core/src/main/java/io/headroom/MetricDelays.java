package io.headroom;

import java.time.Duration;

/**
 * How long after the end of its period a data point can be seen, by publisher (cloudwatch section
 * 5). AWS publishes no figures.
 *
 * @param ec2 instances; default 60 s
 * @param elb load balancers; default 60 s
 * @param autoScaling groups; default 30 s
 */
public record MetricDelays(Duration ec2, Duration elb, Duration autoScaling) {
  /** The documented defaults. */
  public static final MetricDelays DEFAULT =
      new MetricDelays(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(30));
}
