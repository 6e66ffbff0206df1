package io.headroom.elb;

import io.headroom.cloudwatch.SampleDistribution;
import io.headroom.cloudwatch.StatisticSet;
import io.headroom.sim.SimTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a set of cells counted in the minute that ends. */
final class MinuteTally {
  private static final double MICROS = 1e6;
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final long[] counts = new long[Outcome.COUNT];
  private final RoundedTimes times;
  private long nanos;
  private long ended;
  private @Nullable SampleDistribution responseTimes;

  private MinuteTally(RoundedTimes times) {
    this.times = times;
  }

  /** Counts what cells counted; to be read before their minute closes. */
  static MinuteTally of(List<Cell> cells) {
    RoundedTimes times = new RoundedTimes(0);
    for (Cell cell : cells) {
      RoundedTimes own = cell.times().rounded();
      times = times.size() == 0 ? own : times.merge(own);
    }
    MinuteTally tally = new MinuteTally(times);
    cells.forEach(tally::count);
    return tally;
  }

  private void count(Cell cell) {
    for (Outcome outcome : OUTCOMES) {
      long count = cell.inMinute(outcome);
      counts[outcome.index()] += count;
      ended += count;
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

  /** Returns the requests that ended, however they did. */
  long ended() {
    return ended;
  }

  /** Returns the summed response times of the completed requests. */
  double completedSeconds() {
    return SimTime.seconds(nanos);
  }

  /** Returns the requests for which a target was chosen, which is what RequestCount counts. */
  long withTarget() {
    return ended - count(Outcome.NO_TARGET, Outcome.SPILLOVER);
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
    double[] values = new double[times.size()];
    long[] weights = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = times.micros(i) / MICROS;
      weights[i] = times.count(i);
    }
    StatisticSet exact =
        new StatisticSet(
            count(Outcome.COMPLETED), completedSeconds(), values[0], values[values.length - 1]);
    return SampleDistribution.ofSorted(values, weights, exact);
  }
}
