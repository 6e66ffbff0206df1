package io.headroom.sim;

import java.time.Duration;

/**
 * An instant on the simulated clock, in whole nanoseconds since the start of the run.
 *
 * @param nanos nanoseconds since the start, not negative
 */
public record SimTime(long nanos) implements Comparable<SimTime> {
  /** Nanoseconds in a second. */
  public static final long SECOND = 1_000_000_000L;

  /** Nanoseconds in a minute. */
  public static final long MINUTE = 60 * SECOND;

  /** Nanoseconds in an hour. */
  public static final long HOUR = 60 * MINUTE;

  /** Nanoseconds in a day. */
  public static final long DAY = 24 * HOUR;

  /** The start of the run. */
  public static final SimTime ZERO = new SimTime(0);

  /** Checks that the time is not negative. */
  public SimTime {
    if (nanos < 0) {
      throw new IllegalArgumentException("nanos must not be negative, was " + nanos);
    }
  }

  /** Returns the instant that lies the given duration after the start of the run. */
  public static SimTime after(Duration sinceStart) {
    return new SimTime(sinceStart.toNanos());
  }

  /** Returns the whole nanoseconds closest to the given seconds. */
  public static long nanosOf(double seconds) {
    return StrictMath.round(seconds * SECOND);
  }

  /** Returns the time as seconds since the start, with the rounding of a double. */
  public static double seconds(long nanos) {
    return nanos / (double) SECOND;
  }

  /** Returns the largest multiple of the unit that is not after the time; both in nanoseconds. */
  public static long floor(long nanos, long unitNanos) {
    return nanos - Math.floorMod(nanos, unitNanos);
  }

  /** Returns the smallest multiple of the unit that is after the time; both in nanoseconds. */
  public static long nextMultiple(long nanos, long unitNanos) {
    return floor(nanos, unitNanos) + unitNanos;
  }

  /** Returns the time as text, {@code 2d 03:04:05.678}; days and fractions only where present. */
  public static String format(long nanos) {
    long seconds = nanos / SECOND;
    long fraction = nanos % SECOND;
    StringBuilder text = new StringBuilder();
    if (seconds >= 86_400) {
      text.append(seconds / 86_400).append("d ");
    }
    two(text, seconds / 3_600 % 24).append(':');
    two(text, seconds / 60 % 60).append(':');
    two(text, seconds % 60);
    if (fraction > 0) {
      String digits = Long.toString(SECOND + fraction).substring(1);
      text.append('.').append(digits.replaceAll("0+$", ""));
    }
    return text.toString();
  }

  private static StringBuilder two(StringBuilder text, long value) {
    return value < 10 ? text.append('0').append(value) : text.append(value);
  }

  @Override
  public int compareTo(SimTime other) {
    return Long.compare(nanos, other.nanos);
  }

  @Override
  public String toString() {
    return format(nanos);
  }
}
