package io.headroom.workloads.synthetic;

import io.headroom.sim.RandomStreams;
import io.headroom.sim.Settings;
import io.headroom.sim.SimTime;
import io.headroom.workload.Arrivals;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;

/**
 * The workload without randomness: requests at equal distances, the first at time zero.
 *
 * @param rate requests per second, finite, at least 0
 */
public record EvenlySpaced(double rate) implements Workload {
  /** Checks the range. */
  public EvenlySpaced {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be finite and at least 0, was " + rate);
    }
  }

  /** Returns the workload with this many requests per second. */
  public static EvenlySpaced ofRate(double rate) {
    return new EvenlySpaced(rate);
  }

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public Arrivals open(RandomStreams random, long horizonNanos) {
    return new Ticks(SimTime.SECOND / rate, horizonNanos);
  }

  @Override
  public double requestsPerSecond(long timeNanos) {
    return rate;
  }

  private static final class Ticks implements Arrivals {
    private final double gapNanos;
    private final long horizonNanos;
    private long number;

    Ticks(double gapNanos, long horizonNanos) {
      this.gapNanos = gapNanos;
      this.horizonNanos = horizonNanos;
    }

    @Override
    public int next(long[] times) {
      // An infinite gap is a rate of 0, and zero times infinity is no time at all.
      if (Double.isInfinite(gapNanos)) {
        return 0;
      }
      int filled = 0;
      for (; filled < times.length && number * gapNanos < horizonNanos; filled++) {
        times[filled] = (long) (number++ * gapNanos);
      }
      return filled;
    }
  }

  /** Reads {@code constant: {rate: 120/s}}. */
  public static final class Provider implements WorkloadProvider {
    @Override
    public String key() {
      return "constant";
    }

    @Override
    public Workload create(Settings settings) {
      return ofRate(Checked.requiredRate(settings, "rate"));
    }
  }
}
