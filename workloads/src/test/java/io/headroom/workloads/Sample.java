package io.headroom.workloads;

import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import io.headroom.workload.Workload;
import java.util.Arrays;

/** Arrivals taken out of a workload in one go. */
public final class Sample {
  private Sample() {}

  /** Takes all arrivals up to the horizon, in buffers of an odd size. */
  public static long[] of(Workload workload, long seed, long horizonNanos) {
    return all(workload.open(new RandomStreams(seed, 0), horizonNanos));
  }

  /** Takes all arrivals. */
  public static long[] all(Arrivals arrivals) {
    long[] all = new long[1_024];
    long[] buffer = new long[317];
    int size = 0;
    for (int n = arrivals.next(buffer); n > 0; n = arrivals.next(buffer)) {
      if (size + n > all.length) {
        all = Arrays.copyOf(all, 2 * all.length);
      }
      System.arraycopy(buffer, 0, all, size, n);
      size += n;
    }
    return Arrays.copyOf(all, size);
  }

  /** Counts arrivals in [from, until). */
  public static long count(long[] times, long fromNanos, long untilNanos) {
    return Arrays.stream(times).filter(t -> t >= fromNanos && t < untilNanos).count();
  }
}
