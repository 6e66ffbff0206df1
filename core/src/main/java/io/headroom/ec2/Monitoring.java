package io.headroom.ec2;

import java.time.Duration;

/**
 * How often an instance publishes its metrics.
 *
 * <p>"Enable or turn off detailed monitoring for your instances", Amazon EC2 User Guide.
 */
public enum Monitoring {
  /** One data point every five minutes; the default of a launch template. */
  BASIC(Duration.ofMinutes(5)),
  /** One data point every minute; the default of a launch configuration. */
  DETAILED(Duration.ofMinutes(1));

  private final Duration interval;

  Monitoring(Duration interval) {
    this.interval = interval;
  }

  /** Returns the time that one data point covers. */
  public Duration interval() {
    return interval;
  }
}
