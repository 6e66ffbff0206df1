package io.headroom.workloads;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import io.headroom.workload.Arrivals;

/**
 * The arrivals of a Poisson process by inversion: points of rate 1 on the axis of the expected
 * count, carried back to time. Çinlar, "Introduction to Stochastic Processes", 1975, section 4.7.
 *
 * <p>One exponential variate for each arrival, whatever the rate, so that two scenarios with
 * different rates keep their random numbers aligned.
 */
final class InvertedArrivals implements Arrivals {
  /** A piece is never longer, so that rounding stays far below a nanosecond. */
  private static final long LONGEST_PIECE = SimTime.HOUR;

  private static final int BLOCK = 512;

  private final LinearPieces rate;
  private final RandomStream random;
  private final long horizonNanos;
  private long startNanos;
  private long endNanos;
  private double startRate;
  private double slope;
  private double pieceMass;
  private double mass;
  private long previousNanos;

  /** Differences of the mass between arrivals, drawn ahead. */
  private final double[] gaps = new double[BLOCK];

  private int usedGaps = BLOCK;

  InvertedArrivals(LinearPieces rate, RandomStream random, long horizonNanos) {
    this.rate = rate;
    this.random = random;
    this.horizonNanos = horizonNanos;
    mass = random.nextExponential();
  }

  @Override
  public int next(long[] times) {
    int filled = 0;
    while (filled < times.length && (mass < pieceMass || openPiece())) {
      filled = fill(times, filled);
    }
    return filled;
  }

  /** Moves to the next piece; what is left of the mass up to the next arrival goes with it. */
  private boolean openPiece() {
    if (endNanos >= horizonNanos) {
      return false;
    }
    mass -= pieceMass;
    startNanos = endNanos;
    endNanos = Math.min(rate.nextBreakpoint(startNanos), horizonNanos);
    if (endNanos - startNanos > LONGEST_PIECE) {
      endNanos = SimTime.nextMultiple(startNanos, LONGEST_PIECE);
    }
    double seconds = SimTime.seconds(endNanos - startNanos);
    double endRate = rate.before(endNanos);
    startRate = rate.at(startNanos);
    slope = (endRate - startRate) / seconds;
    pieceMass = (startRate + endRate) / 2 * seconds;
    return true;
  }

  private int fill(long[] times, int from) {
    if (usedGaps == BLOCK) {
      random.nextExponentials(gaps, BLOCK);
      usedGaps = 0;
    }
    return fill(times, from, Math.min(times.length, from + BLOCK - usedGaps));
  }

  /** Takes arrivals from the piece until the array is full or the piece is done. */
  private int fill(long[] times, int from, int to) {
    int filled = from;
    double next = mass;
    long latest = previousNanos;
    while (next < pieceMass && filled < to) {
      // Rounding of the root could put an arrival a nanosecond before the one that it follows.
      latest = Math.max(latest, startNanos + (long) (offset(next) * SimTime.SECOND));
      times[filled] = latest;
      next += gaps[usedGaps + filled - from];
      filled++;
    }
    usedGaps += filled - from;
    previousNanos = latest;
    mass = next;
    return filled;
  }

  /** Solves startRate t + slope t^2 / 2 = mass for t, in the form that does not cancel. */
  private double offset(double m) {
    if (slope == 0) {
      return m / startRate;
    }
    double square = startRate * startRate + 2 * slope * m;
    return 2 * m / (startRate + Math.sqrt(Math.max(0, square)));
  }
}
