package io.headroom.ec2;

/**
 * When each of a machine's workers will be free; which of them it is does not matter. A few stand
 * in order in somebody's array, which is put in order again without a branch; many in a tournament.
 * Not thread-safe.
 */
final class FreeTimes {
  private final int workers;
  private final Places times;

  /** Creates the times of many workers that are all free from the start. */
  FreeTimes(int workers) {
    this.workers = workers;
    times = new Places(workers);
    clear();
  }

  /** Makes all workers free from the start. */
  void clear() {
    times.clear();
    for (int worker = 0; worker < workers; worker++) {
      times.take(worker, 0);
    }
  }

  /** Returns when the first worker is free. */
  long first() {
    return times.smallest();
  }

  /** Keeps the worker that is free first busy until an instant. */
  void occupy(long untilNanos) {
    times.replace(0, untilNanos);
  }

  /** Returns for how long workers are busy after an instant, summed over them. */
  long busyAfter(long nowNanos) {
    long[] sum = {0};
    times.forEach((worker, freeNanos) -> sum[0] += Math.max(0, freeNanos - nowNanos));
    return sum[0];
  }

  /** The same for a few, whose times stand in order from the start of an array. */
  static void occupy(long[] times, int workers, long untilNanos) {
    long moving = untilNanos;
    for (int i = 1; i < workers; i++) {
      long lead = moving - times[i];
      long larger = times[i] + (lead & ~(lead >> 63));
      times[i - 1] = moving + times[i] - larger;
      moving = larger;
    }
    times[workers - 1] = moving;
  }

  /** The same for a few, whose times stand in order from the start of an array. */
  static long busyAfter(long[] times, int workers, long nowNanos) {
    long sum = 0;
    for (int i = 0; i < workers; i++) {
      sum += Math.max(0, times[i] - nowNanos);
    }
    return sum;
  }
}
