package io.headroom.cloudwatch;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The samples behind those data points of one series that hold different values; the samples of the
 * other points follow from their four numbers.
 *
 * <p>Single values collect in an array while their granule is the newest and are sorted once.
 */
final class SampleHistory {
  private static final int FIRST_CAPACITY = 8;

  private final TreeMap<Long, SampleDistribution> sorted = new TreeMap<>();
  private double[] open = new double[FIRST_CAPACITY];
  private int openSize;
  private long openNanos;

  /** Adds a value to the granule that starts at the time. */
  void add(long startNanos, double value) {
    if (openNanos != startNanos) {
      close();
      openNanos = startNanos;
    }
    if (openSize == open.length) {
      open = Arrays.copyOf(open, 2 * openSize);
    }
    open[openSize++] = value;
  }

  /** Adds samples to the granule that starts at the time. */
  void add(long startNanos, SampleDistribution samples) {
    sorted.merge(startNanos, samples, SampleDistribution::merge);
  }

  /** Returns the samples of the granule that starts at the time, null if none were added. */
  @Nullable SampleDistribution at(long startNanos) {
    if (openNanos == startNanos) {
      close();
    }
    return sorted.get(startNanos);
  }

  /** Forgets the samples of granules that start before the horizon. */
  void expire(long horizonNanos) {
    while (!sorted.isEmpty() && sorted.firstKey() < horizonNanos) {
      sorted.pollFirstEntry();
    }
  }

  private void close() {
    if (openSize > 0) {
      add(openNanos, SampleDistribution.of(Arrays.copyOf(open, openSize)));
      openSize = 0;
    }
  }
}
