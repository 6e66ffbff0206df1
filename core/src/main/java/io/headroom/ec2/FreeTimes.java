package io.headroom.ec2;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When each of a machine's workers will be free; which of them it is does not matter. A few stand
 * in order in an array, which is put in order again without a branch; many in a tournament. Not
 * thread-safe.
 */
final class FreeTimes {
  private static final int FEW = 8;

  private final int workers;
  private final long[] inOrder;
  private final @Nullable Places many;

  /** Creates the times of workers that are all free from the start. */
  FreeTimes(int workers) {
    this.workers = workers;
    inOrder = new long[Math.min(workers, FEW)];
    many = workers > FEW ? new Places(workers) : null;
    clear();
  }

  /** Makes all workers free from the start. */
  void clear() {
    Arrays.fill(inOrder, 0);
    if (many != null) {
      many.clear();
      for (int worker = 0; worker < workers; worker++) {
        many.take(worker, 0);
      }
    }
  }

  /** Returns when the first worker is free. */
  long first() {
    return many == null ? inOrder[0] : many.smallest();
  }

  /** Returns for how long workers are busy after an instant, summed over them. */
  long busyAfter(long nowNanos) {
    long[] sum = {0};
    if (many != null) {
      many.forEach((worker, freeNanos) -> sum[0] += Math.max(0, freeNanos - nowNanos));
      return sum[0];
    }
    for (long freeNanos : inOrder) {
      sum[0] += Math.max(0, freeNanos - nowNanos);
    }
    return sum[0];
  }

  /** Keeps the worker that is free first busy until an instant. */
  void occupy(long untilNanos) {
    if (many != null) {
      many.replace(0, untilNanos);
      return;
    }
    long[] times = inOrder;
    long moving = untilNanos;
    for (int i = 1; i < times.length; i++) {
      long lead = moving - times[i];
      long larger = times[i] + (lead & ~(lead >> 63));
      times[i - 1] = moving + times[i] - larger;
      moving = larger;
    }
    times[times.length - 1] = moving;
  }
}
