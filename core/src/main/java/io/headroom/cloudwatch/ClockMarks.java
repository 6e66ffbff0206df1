package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.time.Instant;

/** The marks of a clock in UTC: simulated times at which it shows a multiple of a unit. */
final class ClockMarks {
  private ClockMarks() {}

  /** Returns how long before simulated time zero the last mark lay. */
  static long shiftNanos(long unitNanos, Instant start) {
    return Math.floorMod(start.getEpochSecond() * SimTime.SECOND, unitNanos);
  }

  /** Returns the last mark that is not after the time. */
  static long floor(long nanos, long unitNanos, Instant start) {
    long shiftNanos = shiftNanos(unitNanos, start);
    return SimTime.floor(nanos + shiftNanos, unitNanos) - shiftNanos;
  }
}
