package io.headroom.ec2.spot;

import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.Money;
import io.headroom.ec2.SpotPrices.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One type in one zone: its Spot price and the Spot instances that the account has there. */
final class SpotPool {
  private static final long SHARE_UNIT = 1_000_000_000;

  private final PriceWalk walk;
  private final List<PricePoint> history;
  private final double depth;
  private final Set<Instance> instances = new LinkedHashSet<>();
  private long riskUntilNanos = Long.MIN_VALUE;

  /**
   * Creates a pool without instances.
   *
   * @param walk its price by the model
   * @param history its prices of the past, ascending; empty to go by the model
   * @param depth its spare capacity
   */
  SpotPool(PriceWalk walk, List<PricePoint> history, double depth) {
    this.walk = walk;
    this.history = history;
    this.depth = depth;
  }

  /** Returns the instances that the account has, in order of launch. */
  Set<Instance> instances() {
    return instances;
  }

  void riskUntil(long timeNanos) {
    riskUntilNanos = Math.max(riskUntilNanos, timeNanos);
  }

  double spare(long nowNanos) {
    return nowNanos < riskUntilNanos ? 0 : depth;
  }

  /** Returns the price of an hour of a type at an instant, never above that of On-Demand. */
  Money price(InstanceType type, long timeNanos) {
    Money onDemand = type.usdPerHour().orElse(Money.ZERO);
    if (history.isEmpty()) {
      return onDemand.times(Math.round(walk.at(timeNanos) * SHARE_UNIT), SHARE_UNIT);
    }
    return history.get(Math.max(0, indexAt(timeNanos))).perHour();
  }

  /** Returns whether the price of a type may come to be above an amount. */
  boolean mayExceed(Money amount, InstanceType type) {
    return !history.isEmpty() || amount.compareTo(type.usdPerHour().orElse(Money.ZERO)) < 0;
  }

  /** Returns when the price changes next; {@link Long#MAX_VALUE} if it does not any more. */
  long nextChangeNanos(long timeNanos) {
    if (history.isEmpty()) {
      return walk.nextChangeNanos(timeNanos);
    }
    int next = indexAt(timeNanos) + 1;
    return next < history.size() ? history.get(next).at().toNanos() : Long.MAX_VALUE;
  }

  /** The newest point that is not after an instant, -1 for none; histories are short. */
  private int indexAt(long timeNanos) {
    int index = -1;
    while (index + 1 < history.size() && history.get(index + 1).at().toNanos() <= timeNanos) {
      index++;
    }
    return index;
  }

  List<Span> between(InstanceType type, long fromNanos, long toNanos) {
    List<Span> spans = new ArrayList<>();
    for (long from = fromNanos; from < toNanos; ) {
      long until = Math.min(toNanos, nextChangeNanos(from));
      spans.add(new Span(price(type, from), until - from));
      from = until;
    }
    return spans;
  }
}
