package io.headroom.workloads.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of a trace that a run replays.
 *
 * @param from the instant of the trace that becomes the start of the run; the first row's by
 *     default
 * @param offset how long after that the run starts; zero by default
 * @param limit the length of the run: nothing behind it is kept; 292 years by default
 * @param speedUp how many seconds of the trace pass in a second of the run; 1 by default. The
 *     counts stay as they are, so the rate grows by the same factor
 */
public record TraceWindow(Optional<Instant> from, Duration offset, Duration limit, double speedUp) {
  /** All of the trace. */
  public static final TraceWindow ALL =
      new TraceWindow(Optional.empty(), Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE), 1);

  /** Checks the ranges. */
  public TraceWindow {
    if (!(speedUp > 0 && speedUp < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("speedUp must be finite and positive, was " + speedUp);
    }
    if (offset.isNegative() || limit.isNegative()) {
      throw new IllegalArgumentException(
          "offset and limit must not be negative, were %s and %s".formatted(offset, limit));
    }
  }

  /** Returns a copy that starts so long after the first row. */
  public TraceWindow startingAfter(Duration newOffset) {
    return new TraceWindow(Optional.empty(), newOffset, limit, speedUp);
  }

  /** Returns a copy that starts at this instant of the trace. */
  public TraceWindow startingAt(Instant instant) {
    return new TraceWindow(Optional.of(instant), Duration.ZERO, limit, speedUp);
  }

  /** Returns a copy for a run of this length. */
  public TraceWindow limitedTo(Duration newLimit) {
    return new TraceWindow(from, offset, newLimit, speedUp);
  }

  /** Returns a copy that replays the trace this many times as fast. */
  public TraceWindow spedUp(double newSpeedUp) {
    return new TraceWindow(from, offset, limit, newSpeedUp);
  }

  /** The time of the trace at which the run starts, in its nanoseconds. */
  long originNanos(long firstRowNanos) {
    long base = from.map(TraceWindow::nanosOf).orElse(firstRowNanos);
    return base + offset.toNanos();
  }

  private static long nanosOf(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  /** The time of the trace at which the run is over; the end of time where that is too far off. */
  long endNanos(long originNanos) {
    double length = limit.toNanos() * speedUp;
    return length < (double) Long.MAX_VALUE - Math.max(0, originNanos)
        ? originNanos + (long) length
        : Long.MAX_VALUE;
  }
}
