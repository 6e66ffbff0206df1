package io.headroom.benchmarks.yardstick;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;
import org.HdrHistogram.Histogram;

/** What the loops share: the next arrival as a scalar, the next demand, the response times. */
final class Times {
  static final long NEVER = Long.MAX_VALUE;

  /** An hour in microseconds, far above any response time of a stable queue. */
  private static final long LONGEST_MICROS = 3_600_000_000L;

  private final Arrivals arrivals;
  private final RandomStream demands;
  private final double meanNanos;
  private final long[] buffer = new long[1_024];
  private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
  private long left;
  private int position;
  private int filled;
  private long sumNanos;

  Times(Work work, Arrivals arrivals, RandomStream demands) {
    this.arrivals = arrivals;
    this.demands = demands;
    meanNanos = work.meanNanos();
    left = work.requests();
  }

  Times(Work work) {
    this(work, work.arrivals(), work.demands());
  }

  /** Returns the time of the next arrival, {@link #NEVER} after the last one. */
  long nextArrival() {
    if (position == filled) {
      position = 0;
      filled = arrivals.next(buffer);
    }
    return left-- > 0 && filled > 0 ? buffer[position++] : NEVER;
  }

  long nextDemand() {
    return (long) (demands.nextExponential() * meanNanos + 0.5);
  }

  void record(long nanos) {
    sumNanos += nanos;
    micros.recordValue(nanos / 1_000);
  }

  /** Counts a response time that goes to a histogram elsewhere, to be merged later. */
  void add(long nanos) {
    sumNanos += nanos;
  }

  Histogram micros() {
    return micros;
  }

  Tally tally() {
    return Tally.of(micros, sumNanos);
  }
}
