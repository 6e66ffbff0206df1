package io.headroom.elb;

import io.headroom.cloudwatch.SampleDistribution;
import io.headroom.cloudwatch.StatisticSet;
import io.headroom.sim.SimTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a set of cells counted in the minute that ends. */
final class MinuteTally {
  private static final double MICROS = 1e6;

  private final long[] counts = new long[Outcome.COUNT];
  private final TimeBuckets times = new TimeBuckets();
  private long nanos;
  private @Nullable SampleDistribution responseTimes;

  static MinuteTally of(List<Cell> cells) {
    MinuteTally tally = new MinuteTally();
    cells.forEach(tally::add);
    return tally;
  }

  private void add(Cell cell) {
    for (Outcome outcome : Outcome.values()) {
      counts[outcome.index()] += cell.inMinute(outcome);
    }
    nanos += cell.minuteNanos();
    times.add(cell.times());
  }

  long count(Outcome... outcomes) {
    long total = 0;
    for (Outcome outcome : outcomes) {
      total += counts[outcome.index()];
    }
    return total;
  }

  boolean isEmpty() {
    return ended() == 0;
  }

  /** Returns the requests that ended, however they did. */
  long ended() {
    return count(Outcome.values());
  }

  /** Returns the summed response times of the completed requests. */
  double completedSeconds() {
    return SimTime.seconds(nanos);
  }

  /** Returns the requests for which a target was chosen, which is what RequestCount counts. */
  long withTarget() {
    long total = 0;
    for (Outcome outcome : Outcome.values()) {
      boolean chosen = outcome != Outcome.NO_TARGET && outcome != Outcome.SPILLOVER;
      total += chosen ? counts[outcome.index()] : 0;
    }
    return total;
  }

  /**
   * Returns the response times of at least one request, in seconds; two significant digits, but an
   * exact sum.
   */
  SampleDistribution responseTimes() {
    SampleDistribution known = responseTimes;
    if (known == null) {
      known = distribution();
      responseTimes = known;
    }
    return known;
  }

  private SampleDistribution distribution() {
    Samples samples = new Samples();
    times.forEachRounded(samples::add);
    return samples.distribution(count(Outcome.COMPLETED), SimTime.seconds(nanos));
  }

  /** Values and how often they occur, in ascending order. */
  private static final class Samples {
    private double[] values = new double[256];
    private long[] weights = new long[256];
    private int size;

    void add(long micros, long count) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      values[size] = micros / MICROS;
      weights[size++] = count;
    }

    SampleDistribution distribution(long total, double seconds) {
      StatisticSet exact = new StatisticSet(total, seconds, values[0], values[size - 1]);
      return SampleDistribution.ofSorted(
          Arrays.copyOf(values, size), Arrays.copyOf(weights, size), exact);
    }
  }
}
