package io.headroom.cloudwatch;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

/**
 * How a publisher delivers a metric: the data point of [t, t + interval) is stamped t, floored to
 * the granularity, and readers see it from t + interval + delay.
 *
 * <p>Intervals come from the services' monitoring pages ("List the available CloudWatch metrics for
 * your instances", EC2; "CloudWatch metrics for your Application Load Balancer"; "Amazon CloudWatch
 * metrics for Amazon EC2 Auto Scaling"). AWS publishes no delay: those of the constants are
 * assumptions that {@link #withDelay} changes.
 *
 * @param interval the time that one data point covers; zero if each sample stands for its own
 *     instant, and then the data point of a granule shows from the granule's start + delay on and
 *     grows while samples arrive
 * @param delay the time from the end of the interval until readers see the data point
 * @param granularity one minute, or one second for high resolution
 */
public record Publication(Duration interval, Duration delay, Duration granularity) {
  private static final Duration STANDARD = ofMinutes(1);
  private static final Duration HIGH = ofSeconds(1);

  /** EC2 detailed monitoring: one minute, seen a minute later. */
  public static final Publication EC2_DETAILED = new Publication(ofMinutes(1), ofMinutes(1));

  /** EC2 basic monitoring: five minutes, seen a minute later. */
  public static final Publication EC2_BASIC = new Publication(ofMinutes(5), ofMinutes(1));

  /** EC2 status checks: one minute whatever the monitoring mode, seen a minute later. */
  public static final Publication STATUS_CHECK = new Publication(ofMinutes(1), ofMinutes(1));

  /** CPU credits: five minutes whatever the monitoring mode, seen a minute later. */
  public static final Publication CPU_CREDITS = new Publication(ofMinutes(5), ofMinutes(1));

  /** Load balancers of all kinds: one minute, seen a minute later. */
  public static final Publication ELB = new Publication(ofMinutes(1), ofMinutes(1));

  /** Group metrics of EC2 Auto Scaling: one minute, seen 30 seconds later. */
  public static final Publication AUTO_SCALING = new Publication(ofMinutes(1), ofSeconds(30));

  /** SQS queues: one minute, seen a minute later. */
  public static final Publication SQS = new Publication(ofMinutes(1), ofMinutes(1));

  /** PutMetricData: each sample stands for itself and is seen 3 seconds later. */
  public static final Publication CUSTOM = new Publication(Duration.ZERO, ofSeconds(3));

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative, or the granularity neither a second nor a
   *     minute
   */
  public Publication {
    requireNotNegative("interval", interval);
    requireNotNegative("delay", delay);
    if (!granularity.equals(STANDARD) && !granularity.equals(HIGH)) {
      throw new IllegalArgumentException(
          "granularity must be one second or one minute, was " + granularity);
    }
  }

  /** Creates a publication of standard resolution, one minute. */
  public Publication(Duration interval, Duration delay) {
    this(interval, delay, STANDARD);
  }

  /** Returns the same with another delay. */
  public Publication withDelay(Duration newDelay) {
    return new Publication(interval, newDelay, granularity);
  }

  /** Returns the same with the granularity of one second. */
  public Publication highResolution() {
    return new Publication(interval, delay, HIGH);
  }

  private static void requireNotNegative(String field, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(field + " must not be negative, was " + value);
    }
  }
}
