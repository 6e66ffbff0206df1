package io.headroom.sqs;

import java.util.Arrays;

/**
 * A first-in, first-out queue of numbers that grows as needed; all operations take constant time.
 */
final class IntRing {
  private int[] items = new int[64];
  private int head;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(int item) {
    if (size == items.length) {
      int[] larger = Arrays.copyOf(items, 2 * size);
      for (int i = 0; i < size; i++) {
        larger[i] = items[(head + i) & (items.length - 1)];
      }
      items = larger;
      head = 0;
    }
    items[(head + size++) & (items.length - 1)] = item;
  }

  int peek() {
    return items[head];
  }

  int poll() {
    int item = items[head];
    head = (head + 1) & (items.length - 1);
    size--;
    return item;
  }
}
