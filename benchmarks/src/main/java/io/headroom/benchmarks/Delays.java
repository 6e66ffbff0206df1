package io.headroom.benchmarks;

import io.headroom.sim.RandomStream;

/** A table of exponential delays with a mean of one second, the same in every run. */
final class Delays {

  private static final int SIZE = 8_192;
  private static final long SEED = 1;

  private final long[] nanos = new long[SIZE];
  private int position;

  Delays() {
    RandomStream random = new RandomStream(SEED);
    for (int i = 0; i < SIZE; i++) {
      nanos[i] = (long) (random.nextExponential() * 1e9);
    }
  }

  long next() {
    position = (position + 1) & (SIZE - 1);
    return nanos[position];
  }
}
