package io.headroom.sqs;

import java.util.Arrays;

/** A first-in, first-out queue of instants that grows as needed. */
final class LongRing {
  private long[] items = new long[64];
  private int head;
  private int size;

  void add(long item) {
    if (size == items.length) {
      long[] larger = Arrays.copyOf(items, 2 * size);
      for (int i = 0; i < size; i++) {
        larger[i] = items[(head + i) & (items.length - 1)];
      }
      items = larger;
      head = 0;
    }
    items[(head + size++) & (items.length - 1)] = item;
  }

  long peek() {
    return items[head];
  }

  void poll() {
    head = (head + 1) & (items.length - 1);
    size--;
  }
}
