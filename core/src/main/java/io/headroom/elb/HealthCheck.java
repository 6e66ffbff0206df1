package io.headroom.elb;

import java.time.Duration;

/**
 * How a load balancer finds out whether a target works.
 *
 * <p>"Health checks for Application Load Balancer target groups", User Guide for Application Load
 * Balancers.
 *
 * @param interval time between two checks of a target; 5 to 300 s
 * @param timeout how long to wait for an answer; shorter than the interval
 * @param healthyThreshold successes in a row that make an unhealthy target healthy; 2 to 10
 * @param unhealthyThreshold failures in a row that make a target unhealthy; 2 to 10
 */
public record HealthCheck(
    Duration interval, Duration timeout, int healthyThreshold, int unhealthyThreshold) {
  /** The defaults of an Application Load Balancer: every 30 s, timeout 5 s, 5 and 2 checks. */
  public static final HealthCheck APPLICATION =
      new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 5, 2);

  /** The defaults of a Network Load Balancer: every 30 s, timeout 10 s, 5 and 2 checks. */
  public static final HealthCheck NETWORK =
      new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(10), 5, 2);

  /** The defaults of a Classic Load Balancer: every 30 s, timeout 5 s, 10 and 2 checks. */
  public static final HealthCheck CLASSIC =
      new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 10, 2);

  /** Checks that durations and thresholds are positive. */
  public HealthCheck {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("interval must be positive, was " + interval);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive, was " + timeout);
    }
    if (healthyThreshold < 1 || unhealthyThreshold < 1) {
      throw new IllegalArgumentException(
          "thresholds must be at least 1, were %d and %d"
              .formatted(healthyThreshold, unhealthyThreshold));
    }
  }

  /** Returns the defaults of an Application Load Balancer with another interval. */
  public static HealthCheck every(Duration interval) {
    Duration timeout = APPLICATION.timeout;
    Duration shorter = interval.compareTo(timeout) > 0 ? timeout : interval.dividedBy(2);
    return new HealthCheck(interval, shorter, 5, 2);
  }

  /** Returns a copy with another timeout. */
  public HealthCheck timeoutAfter(Duration newTimeout) {
    return new HealthCheck(interval, newTimeout, healthyThreshold, unhealthyThreshold);
  }

  /** Returns a copy that needs so many successes in a row. */
  public HealthCheck healthyAfter(int successes) {
    return new HealthCheck(interval, timeout, successes, unhealthyThreshold);
  }

  /** Returns a copy that needs so many failures in a row. */
  public HealthCheck unhealthyAfter(int failures) {
    return new HealthCheck(interval, timeout, healthyThreshold, failures);
  }
}
