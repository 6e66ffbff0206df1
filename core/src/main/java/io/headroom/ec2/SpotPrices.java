package io.headroom.ec2;

import java.util.List;

/** The Spot prices of the past, for a bill. */
public interface SpotPrices {
  /** A Spot price that never moves and is that of On-Demand. */
  SpotPrices ON_DEMAND =
      (type, zone, fromNanos, toNanos) ->
          List.of(new Span(type.usdPerHour().orElse(Money.ZERO), toNanos - fromNanos));

  /**
   * A time during which a price was in force.
   *
   * @param perHour the price of an hour
   * @param nanos for how long, in nanoseconds
   */
  record Span(Money perHour, long nanos) {}

  /**
   * Returns the prices of a pool from one instant until before another, in order; their times add
   * up to the whole.
   */
  List<Span> between(InstanceType type, String zone, long fromNanos, long toNanos);
}
