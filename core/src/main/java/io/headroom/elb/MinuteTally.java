package io.headroom.elb;

import io.headroom.cloudwatch.SampleDistribution;
import io.headroom.cloudwatch.StatisticSet;
import io.headroom.sim.SimTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a set of cells counted in the minute that ends. */
final class MinuteTally {
  private static final double MICROS = 1e6;

  private final long[] counts = new long[Outcome.COUNT];
  private final TimeBuckets times;
  private long nanos;
  private @Nullable SampleDistribution responseTimes;

  private MinuteTally(TimeBuckets times) {
    this.times = times;
  }

  /** Counts what cells counted; to be read before their minute closes. */
  static MinuteTally of(List<Cell> cells) {
    List<Cell> busy = cells.stream().filter(cell -> cell.endedInMinute() > 0).toList();
    MinuteTally tally =
        new MinuteTally(busy.size() == 1 ? busy.get(0).times() : TimeBuckets.of(busy));
    busy.forEach(tally::count);
    return tally;
  }

  private void count(Cell cell) {
    for (Outcome outcome : Outcome.values()) {
      counts[outcome.index()] += cell.inMinute(outcome);
    }
    nanos += cell.minuteNanos();
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
    int[] distinct = {0};
    times.forEachRounded((micros, count) -> distinct[0]++);
    Samples samples = new Samples(distinct[0]);
    times.forEachRounded(samples::add);
    return samples.distribution(count(Outcome.COMPLETED), SimTime.seconds(nanos));
  }

  /** Values and how often they occur, in ascending order. */
  private static final class Samples {
    private final double[] values;
    private final long[] weights;
    private int size;

    Samples(int distinct) {
      values = new double[distinct];
      weights = new long[distinct];
    }

    void add(long micros, long count) {
      values[size] = micros / MICROS;
      weights[size++] = count;
    }

    SampleDistribution distribution(long total, double seconds) {
      StatisticSet exact = new StatisticSet(total, seconds, values[0], values[size - 1]);
      return SampleDistribution.ofSorted(values, weights, exact);
    }
  }
}
