package io.headroom.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The samples behind those data points of one series that hold different values; the samples of the
 * other points follow from their four numbers.
 *
 * <p>Single values lie in the order of arrival in one ring, a run of them for each granule, and are
 * sorted when somebody asks; a run may also have samples that came as a distribution. The rings
 * grow until they hold what is kept; from then on adding a value makes no object. Samples that come
 * too late for a run of their own are kept apart.
 */
final class SampleHistory {
  private static final int FIRST_CAPACITY = 8;

  private final TreeMap<Long, SampleDistribution> apart = new TreeMap<>();

  /** Value number n lies at n modulo the length. */
  private double[] values = new double[FIRST_CAPACITY];

  private long[] counts = new long[FIRST_CAPACITY];
  private long firstValue;
  private long endValue;

  /** Run number n, with the start of its granule and the number of its first value, likewise. */
  private long[] starts = new long[FIRST_CAPACITY];

  private long[] firsts = new long[FIRST_CAPACITY];

  /** What came as distributions, by run; empty until the first one comes. */
  private @Nullable SampleDistribution[] given = {};

  private long firstRun;
  private long endRun;

  /** Adds so many samples of one value to the granule that starts at the time. */
  void add(long startNanos, double value, long count) {
    if (isLate(startNanos)) {
      addLate(startNanos, SampleDistribution.constant(value, count));
      return;
    }
    beginIfNew(startNanos);
    if (endValue - firstValue == values.length) {
      growValues();
    }
    int at = (int) endValue++ & (values.length - 1);
    values[at] = value;
    counts[at] = count;
  }

  /** Adds samples to the granule that starts at the time. */
  void add(long startNanos, SampleDistribution samples) {
    if (isLate(startNanos)) {
      addLate(startNanos, samples);
    } else {
      beginIfNew(startNanos);
      give(endRun - 1, samples);
    }
  }

  private boolean isLate(long startNanos) {
    return firstRun < endRun && start(endRun - 1) > startNanos;
  }

  private void addLate(long startNanos, SampleDistribution samples) {
    long run = find(startNanos);
    if (run >= 0) {
      give(run, samples);
    } else {
      apart.merge(startNanos, samples, SampleDistribution::merge);
    }
  }

  private void give(long run, SampleDistribution samples) {
    if (given.length == 0) {
      given = new SampleDistribution[starts.length];
    }
    int at = (int) run & (given.length - 1);
    SampleDistribution before = given[at];
    given[at] = before == null ? samples : before.merge(samples);
  }

  private @Nullable SampleDistribution given(long run) {
    return given.length == 0 ? null : given[(int) run & (given.length - 1)];
  }

  /** Returns the samples of the granule that starts at the time, null if none were added. */
  @Nullable SampleDistribution at(long startNanos) {
    long run = find(startNanos);
    if (run < 0) {
      return apart.get(startNanos);
    }
    long from = first(run);
    long to = run + 1 == endRun ? endValue : first(run + 1);
    SampleDistribution whole = given(run);
    if (from == to) {
      return whole;
    }
    SampleDistribution own = sorted(from, to);
    return whole == null ? own : whole.merge(own);
  }

  /** Forgets the samples of granules that start before the horizon. */
  void expire(long horizonNanos) {
    while (!apart.isEmpty() && apart.firstKey() < horizonNanos) {
      apart.pollFirstEntry();
    }
    while (firstRun < endRun && start(firstRun) < horizonNanos) {
      if (given.length > 0) {
        given[(int) firstRun & (given.length - 1)] = null;
      }
      firstRun++;
      firstValue = firstRun == endRun ? endValue : first(firstRun);
    }
  }

  private SampleDistribution sorted(long from, long to) {
    List<SampleDistribution> parts = new ArrayList<>();
    for (long value = from; value < to; value++) {
      int at = (int) value & (values.length - 1);
      parts.add(SampleDistribution.constant(values[at], counts[at]));
    }
    return SampleDistribution.merge(parts);
  }

  /** Returns the number of the run of a granule, -1 if it has none. */
  private long find(long startNanos) {
    long low = firstRun;
    long high = endRun;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (start(middle) < startNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < endRun && start(low) == startNanos ? low : -1;
  }

  private long start(long run) {
    return starts[(int) run & (starts.length - 1)];
  }

  private long first(long run) {
    return firsts[(int) run & (firsts.length - 1)];
  }

  private void beginIfNew(long startNanos) {
    if (firstRun < endRun && start(endRun - 1) == startNanos) {
      return;
    }
    if (endRun - firstRun == starts.length) {
      growRuns();
    }
    int at = (int) endRun++ & (starts.length - 1);
    starts[at] = startNanos;
    firsts[at] = endValue;
  }

  private void growValues() {
    int length = 2 * values.length;
    double[] moreValues = new double[length];
    long[] moreCounts = new long[length];
    for (long value = firstValue; value < endValue; value++) {
      int from = (int) value & (values.length - 1);
      int to = (int) value & (length - 1);
      moreValues[to] = values[from];
      moreCounts[to] = counts[from];
    }
    values = moreValues;
    counts = moreCounts;
  }

  private void growRuns() {
    int length = 2 * starts.length;
    long[] moreStarts = new long[length];
    long[] moreFirsts = new long[length];
    @Nullable SampleDistribution[] moreGiven =
        new SampleDistribution[given.length > 0 ? length : 0];
    for (long run = firstRun; run < endRun; run++) {
      int from = (int) run & (starts.length - 1);
      int to = (int) run & (length - 1);
      moreStarts[to] = starts[from];
      moreFirsts[to] = firsts[from];
      if (given.length > 0) {
        moreGiven[to] = given[from];
      }
    }
    starts = moreStarts;
    firsts = moreFirsts;
    given = moreGiven;
  }
}
