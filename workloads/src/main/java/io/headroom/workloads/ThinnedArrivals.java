package io.headroom.workloads;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import io.headroom.workload.Arrivals;

/**
 * The arrivals of a Poisson process by thinning: Lewis and Shedler, "Simulation of nonhomogeneous
 * Poisson processes by thinning", Naval Research Logistics Quarterly 26(3), 1979, doi
 * 10.1002/nav.3800260304.
 *
 * <p>Candidates follow an upper bound that holds for one minute at most; at its end the process
 * starts again with the next bound, for it has no memory. A candidate below the lower bound is
 * taken without computing the rate, which leaves the law as it is and saves nearly all sines.
 */
final class ThinnedArrivals implements Arrivals {
  private static final long LONGEST_PIECE = SimTime.MINUTE;

  private final RateFunction rate;
  private final RandomStream random;
  private final long horizonNanos;
  private long startNanos;
  private long endNanos;
  private double lengthSeconds;
  private double positionSeconds;
  private double upper;
  private double lower;

  ThinnedArrivals(RateFunction rate, RandomStream random, long horizonNanos) {
    this.rate = rate;
    this.random = random;
    this.horizonNanos = horizonNanos;
  }

  @Override
  public int next(long[] times) {
    int filled = 0;
    while (filled < times.length && (positionSeconds < lengthSeconds || openPiece())) {
      filled = fill(times, filled);
    }
    return filled;
  }

  private boolean openPiece() {
    if (endNanos >= horizonNanos) {
      return false;
    }
    startNanos = endNanos;
    endNanos = Math.min(rate.nextBreakpoint(startNanos), horizonNanos);
    if (endNanos - startNanos > LONGEST_PIECE) {
      endNanos = SimTime.nextMultiple(startNanos, LONGEST_PIECE);
    }
    upper = rate.upperBound(startNanos, endNanos);
    lower = rate.lowerBound(startNanos, endNanos);
    lengthSeconds = SimTime.seconds(endNanos - startNanos);
    positionSeconds = upper > 0 ? 0 : lengthSeconds;
    return true;
  }

  private int fill(long[] times, int from) {
    double meanGap = 1 / upper;
    int filled = from;
    double position = positionSeconds + meanGap * random.nextExponential();
    while (position < lengthSeconds) {
      long time = startNanos + (long) (position * SimTime.SECOND);
      if (accepts(time)) {
        times[filled++] = time;
        if (filled == times.length) {
          break;
        }
      }
      position += meanGap * random.nextExponential();
    }
    positionSeconds = position;
    return filled;
  }

  private boolean accepts(long time) {
    double level = upper * random.nextDouble();
    return level <= lower || level <= rate.at(time);
  }
}
