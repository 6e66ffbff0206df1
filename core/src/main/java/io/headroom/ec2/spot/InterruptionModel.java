package io.headroom.ec2.spot;

import java.time.Duration;

/**
 * How pools call Spot instances back: in events that take a share of the instances of a pool within
 * a short time (SPT-8 to SPT-10, SPT-12).
 *
 * @param monthly the probability that an instance is interrupted within a month of 730 hours, in
 *     [0, 1); default 0.05
 * @param eventShare the share of the instances of a pool that an event takes, in (0, 1]; default
 *     0.5
 * @param eventSpread the time within which they are announced; default 180 s
 * @param together the probability that the recommendation comes together with the notice, in [0,
 *     1]; default 0.5
 * @param meanLead the mean time by which it comes earlier otherwise; default 10 minutes
 * @param riskPeriod how long after an event a pool counts as worse than others; default 30 minutes
 */
public record InterruptionModel(
    double monthly,
    double eventShare,
    Duration eventSpread,
    double together,
    Duration meanLead,
    Duration riskPeriod) {
  /** The documented defaults. */
  public static final InterruptionModel DEFAULT =
      new InterruptionModel(
          0.05, 0.5, Duration.ofMinutes(3), 0.5, Duration.ofMinutes(10), Duration.ofMinutes(30));

  private static final double MONTH_HOURS = 730;

  /** Checks the numbers. */
  public InterruptionModel {
    if (!(monthly >= 0 && monthly < 1)) {
      throw new IllegalArgumentException("monthly must be in [0, 1), was " + monthly);
    }
    if (!(eventShare > 0 && eventShare <= 1)) {
      throw new IllegalArgumentException("eventShare must be in (0, 1], was " + eventShare);
    }
    if (!(together >= 0 && together <= 1)) {
      throw new IllegalArgumentException("together must be in [0, 1], was " + together);
    }
    notNegative("eventSpread", eventSpread);
    notNegative("meanLead", meanLead);
    notNegative("riskPeriod", riskPeriod);
  }

  private static void notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, was " + value);
    }
  }

  /** Returns a copy with another monthly probability. */
  public InterruptionModel monthly(double newMonthly) {
    return new InterruptionModel(
        newMonthly, eventShare, eventSpread, together, meanLead, riskPeriod);
  }

  /** Returns the events of a pool in an hour, on average, for a monthly probability. */
  static double eventsPerHour(double monthly, double eventShare) {
    return -StrictMath.log1p(-monthly) / MONTH_HOURS / eventShare;
  }
}
