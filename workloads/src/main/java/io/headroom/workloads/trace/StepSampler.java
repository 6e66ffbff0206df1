package io.headroom.workloads.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the length of an interval before rows go on to the {@link GapFiller}: the median of the
 * first thousand steps, unless the format names one.
 */
final class StepSampler {
  private static final int SAMPLE = 1_024;

  private final TraceOptions options;
  private final Problems problems;
  private final long[] times = new long[SAMPLE];
  private final double[] values = new double[SAMPLE];
  private int held;
  private @Nullable IntervalStore store;
  private @Nullable GapFiller filler;

  StepSampler(TraceOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  /** Takes the next row; times ascend strictly. */
  void add(long timeNanos, double value) {
    if (filler != null) {
      filler.add(timeNanos, value);
      return;
    }
    times[held] = timeNanos;
    values[held++] = value;
    if (held == SAMPLE) {
      release();
    }
  }

  /** Passes on the rows that were held back. */
  private GapFiller release() {
    IntervalStore newStore = new IntervalStore(options.window(), times[0]);
    GapFiller newFiller = new GapFiller(options, widthNanos(), newStore, problems);
    for (int i = 0; i < held; i++) {
      newFiller.add(times[i], values[i]);
    }
    store = newStore;
    filler = newFiller;
    return newFiller;
  }

  private long widthNanos() {
    if (options.format().interval().isPresent()) {
      return options.format().interval().get().toNanos();
    }
    if (held < 2) {
      problems.add("holds a single row, which tells no interval; set interval");
      return 1;
    }
    long[] steps = new long[held - 1];
    Arrays.setAll(steps, i -> times[i + 1] - times[i]);
    Arrays.sort(steps);
    return steps[(steps.length - 1) / 2];
  }

  /** Returns all that was taken, with notes on what had to be made up. */
  Trace finish(List<String> notes) {
    if (filler == null && held == 0) {
      problems.add("holds no rows; a trace needs a time and a count in each row");
      return Trace.EMPTY;
    }
    GapFiller last = filler == null ? release() : filler;
    last.finish();
    List<String> all = new ArrayList<>(notes);
    all.addAll(last.notes());
    return new Trace(counts(), all);
  }

  private Counts counts() {
    if (store == null || !store.reachesRun()) {
      problems.add("ends before the run begins; allowed: an earlier from");
      return Trace.EMPTY.counts();
    }
    return store.toCounts(options.factor());
  }
}
