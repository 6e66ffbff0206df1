package io.headroom.benchmarks.yardstick;

import java.util.Arrays;

/** The ends of requests by time, then instance: a binary heap of packed keys. */
final class Departures {
  private static final int INSTANCE_BITS = 6;

  private long[] heap = new long[64];
  private int size;

  /** Returns the earliest end, {@link Times#NEVER} if there is none. */
  long nextNanos() {
    return size == 0 ? Times.NEVER : heap[0] >>> INSTANCE_BITS;
  }

  void add(long nanos, int instance) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    long key = nanos << INSTANCE_BITS | instance;
    int hole = size++;
    while (hole > 0 && key < heap[(hole - 1) >>> 1]) {
      heap[hole] = heap[(hole - 1) >>> 1];
      hole = (hole - 1) >>> 1;
    }
    heap[hole] = key;
  }

  /** Removes the earliest end and returns its instance. */
  int remove() {
    int instance = (int) heap[0] & ((1 << INSTANCE_BITS) - 1);
    long key = heap[--size];
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= key) {
        break;
      }
      heap[hole] = heap[child];
      hole = child;
    }
    heap[hole] = key;
    return instance;
  }
}
