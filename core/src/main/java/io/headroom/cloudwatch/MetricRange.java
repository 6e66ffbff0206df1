package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.time.Duration;

/**
 * The range of a query as the service rounds it.
 *
 * <p>The start is rounded down: below a minute to a multiple of the period, as is the end, else to
 * the granularity that data of that age have. "GetMetricStatistics", CloudWatch API Reference.
 * Multiples count by the clock.
 *
 * @param fromNanos the rounded start, inclusive
 * @param toNanos the end, exclusive
 * @param periodNanos the length of a bucket
 */
record MetricRange(long fromNanos, long toNanos, long periodNanos) {
  static MetricRange of(
      Duration period, long fromNanos, long toNanos, long asOfNanos, MetricSettings settings) {
    requirePeriod(period);
    if (fromNanos >= toNanos) {
      throw new IllegalArgumentException(
          "the start of a query must be before its end %s, was %s"
              .formatted(SimTime.format(toNanos), SimTime.format(fromNanos)));
    }
    long periodNanos = period.toNanos();
    if (periodNanos < SimTime.MINUTE) {
      return new MetricRange(
          SimTime.floor(fromNanos, periodNanos), SimTime.floor(toNanos, periodNanos), periodNanos);
    }
    long unitNanos =
        switch (settings.anchor()) {
          case START -> Retention.atAge(asOfNanos - fromNanos).granuleNanos();
          case CLOCK -> periodNanos;
        };
    return new MetricRange(
        ClockMarks.floor(fromNanos, unitNanos, settings.start()), toNanos, periodNanos);
  }

  private static void requirePeriod(Duration period) {
    boolean isMinutes = period.toNanos() > 0 && period.toNanos() % SimTime.MINUTE == 0;
    boolean isShort =
        period.toNanosPart() == 0
            && switch ((int) Math.min(period.toSeconds(), 60)) {
              case 1, 5, 10, 20, 30 -> true;
              default -> false;
            };
    if (!isMinutes && !isShort) {
      throw new IllegalArgumentException(
          "period must be 1, 5, 10, 20, 30 or a multiple of 60 seconds, was " + period);
    }
  }

  /** Returns the start of a bucket. */
  long startNanos(int bucket) {
    return fromNanos + bucket * periodNanos;
  }

  /** Returns whether data of a bucket's age can still be read by this period. */
  boolean isReadable(int bucket, long asOfNanos) {
    long ageNanos = asOfNanos - startNanos(bucket);
    if (periodNanos < SimTime.MINUTE) {
      return Retention.SECOND.keeps(ageNanos);
    }
    return periodNanos % Retention.atAge(ageNanos).granuleNanos() == 0;
  }
}
