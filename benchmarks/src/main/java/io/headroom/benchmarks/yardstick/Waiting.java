package io.headroom.benchmarks.yardstick;

/** The requests that wait at one instance: a ring of arrival times and demands. */
final class Waiting {
  private long[] ring = new long[32];
  private int first;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  void add(long arrivalNanos, long demandNanos) {
    if (2 * size == ring.length) {
      grow();
    }
    int place = 2 * (first + size) & (ring.length - 1);
    ring[place] = arrivalNanos;
    ring[place + 1] = demandNanos;
    size++;
  }

  private void grow() {
    long[] longer = new long[2 * ring.length];
    for (int i = 0; i < ring.length; i++) {
      longer[i] = ring[(2 * first + i) & (ring.length - 1)];
    }
    ring = longer;
    first = 0;
  }

  long firstArrival() {
    return ring[2 * first];
  }

  long firstDemand() {
    return ring[2 * first + 1];
  }

  void removeFirst() {
    first = (first + 1) & ((ring.length >> 1) - 1);
    size--;
  }
}
