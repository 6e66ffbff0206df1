package io.headroom.ec2;

import java.util.function.IntConsumer;

/** The requests that a machine has accepted and not begun, in order of arrival: a ring. */
final class AcceptQueue {
  private int[] ring = new int[4];
  private int first;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(int request) {
    if (size == ring.length) {
      grow();
    }
    ring[(first + size++) & (ring.length - 1)] = request;
  }

  private void grow() {
    int[] longer = new int[2 * size];
    for (int i = 0; i < size; i++) {
      longer[i] = ring[(first + i) & (size - 1)];
    }
    ring = longer;
    first = 0;
  }

  /** Takes out the request that has waited longest; there must be one. */
  int remove() {
    int request = ring[first];
    first = (first + 1) & (ring.length - 1);
    size--;
    return request;
  }

  void forEach(IntConsumer consumer) {
    for (int i = 0; i < size; i++) {
      consumer.accept(ring[(first + i) & (ring.length - 1)]);
    }
  }

  void clear() {
    size = 0;
  }
}
