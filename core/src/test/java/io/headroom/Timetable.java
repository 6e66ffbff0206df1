package io.headroom;

import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import io.headroom.workload.Workload;
import java.util.Arrays;

/** A workload for tests: requests at fixed seconds. */
final class Timetable implements Workload {
  private final long[] nanos;

  private Timetable(long[] nanos) {
    this.nanos = nanos;
  }

  /** Requests at a rate from one second to another. */
  static Timetable between(long fromSeconds, long toSeconds, int perSecond) {
    int count = Math.toIntExact((toSeconds - fromSeconds) * perSecond);
    long[] nanos = new long[count];
    Arrays.setAll(nanos, i -> fromSeconds * 1_000_000_000L + i * 1_000_000_000L / perSecond);
    return new Timetable(nanos);
  }

  @Override
  public String name() {
    return "timetable";
  }

  @Override
  public Arrivals open(RandomStreams random, long horizonNanos) {
    int[] next = {0};
    return times -> {
      int count = Math.min(times.length, nanos.length - next[0]);
      System.arraycopy(nanos, next[0], times, 0, count);
      next[0] += count;
      return count;
    };
  }

  @Override
  public double requestsPerSecond(long timeNanos) {
    return 1;
  }
}
