package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.util.List;

/**
 * How long data points of a granularity are kept before they are rolled up into the next longer.
 *
 * <p>"Amazon CloudWatch concepts", section "Metrics retention", Amazon CloudWatch User Guide.
 */
enum Retention {
  SECOND(SimTime.SECOND, 3 * SimTime.HOUR),
  MINUTE(SimTime.MINUTE, 15 * SimTime.DAY),
  FIVE_MINUTES(5 * SimTime.MINUTE, 63 * SimTime.DAY),
  HOUR(SimTime.HOUR, 455 * SimTime.DAY);

  private static final List<Retention> ALL = List.of(values());

  private final long granuleNanos;
  private final long keptNanos;

  Retention(long granuleNanos, long keptNanos) {
    this.granuleNanos = granuleNanos;
    this.keptNanos = keptNanos;
  }

  /** Returns the granularities that a series passes through, from its first on. */
  static List<Retention> from(long granuleNanos) {
    int first = 0;
    while (ALL.get(first).granuleNanos < granuleNanos) {
      first++;
    }
    return ALL.subList(first, ALL.size());
  }

  long granuleNanos() {
    return granuleNanos;
  }

  /** Returns the time before which data points have expired. */
  long horizonNanos(long nowNanos) {
    return nowNanos - keptNanos;
  }

  /** Returns whether data points of this age are still kept. */
  boolean keeps(long ageNanos) {
    return ageNanos < keptNanos;
  }

  /**
   * Returns the granularity that data of standard resolution and this age have: readers get periods
   * that are multiples of it only, and the start of a query is rounded down to it.
   */
  static Retention atAge(long ageNanos) {
    if (MINUTE.keeps(ageNanos)) {
      return MINUTE;
    }
    return FIVE_MINUTES.keeps(ageNanos) ? FIVE_MINUTES : HOUR;
  }
}
