package io.headroom.ec2.spot;

import java.time.Duration;

/**
 * How Spot prices move: the logarithm of a price goes back to its mean and is pushed away at random
 * instants (SPT-11).
 *
 * @param share the mean Spot price over the On-Demand price, in (0, 1]; default 0.35
 * @param dailySpread the standard deviation of the logarithm over a day, at least 0; default 0.03;
 *     0 makes a price that never moves
 * @param halfLife the time in which half of a deviation is gone; default 14 days
 * @param meanStep the mean time between two changes of a price; default one day
 */
public record PriceModel(double share, double dailySpread, Duration halfLife, Duration meanStep) {
  /** The documented defaults. */
  public static final PriceModel DEFAULT =
      new PriceModel(0.35, 0.03, Duration.ofDays(14), Duration.ofDays(1));

  /** Checks the numbers. */
  public PriceModel {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1], was " + share);
    }
    if (!(dailySpread >= 0 && dailySpread <= 1)) {
      throw new IllegalArgumentException("dailySpread must be in [0, 1], was " + dailySpread);
    }
    positive("halfLife", halfLife);
    positive("meanStep", meanStep);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  /** Returns a copy with another mean share of the On-Demand price. */
  public PriceModel share(double newShare) {
    return new PriceModel(newShare, dailySpread, halfLife, meanStep);
  }

  /** Returns a copy with another spread over a day. */
  public PriceModel dailySpread(double newDailySpread) {
    return new PriceModel(share, newDailySpread, halfLife, meanStep);
  }
}
