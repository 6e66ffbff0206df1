package io.headroom.sqs;

import java.util.Arrays;

/**
 * The messages of all queues of one run, in arrays: no message is an object. Places of deleted ones
 * are used again.
 */
final class Messages {
  private final IntRing free = new IntRing();
  private long[] sentNanos = new long[256];
  private long[] receivedNanos = new long[256];
  private int[] receives = new int[256];

  /** Counts the uses of a place, so that what refers to an earlier use can be told apart. */
  private int[] uses = new int[256];

  private int end;

  int add(long nowNanos) {
    int message = free.isEmpty() ? append() : free.poll();
    sentNanos[message] = nowNanos;
    receivedNanos[message] = -1;
    receives[message] = 0;
    return message;
  }

  private int append() {
    if (end == uses.length) {
      sentNanos = Arrays.copyOf(sentNanos, 2 * end);
      receivedNanos = Arrays.copyOf(receivedNanos, 2 * end);
      receives = Arrays.copyOf(receives, 2 * end);
      uses = Arrays.copyOf(uses, 2 * end);
    }
    return end++;
  }

  void remove(int message) {
    uses[message]++;
    receivedNanos[message] = -1;
    free.add(message);
  }

  int use(int message) {
    return uses[message];
  }

  long sentNanos(int message) {
    return sentNanos[message];
  }

  /** Returns when the message was received last, -1 while it is not in flight. */
  long receivedNanos(int message) {
    return receivedNanos[message];
  }

  int receive(int message, long nowNanos) {
    receivedNanos[message] = nowNanos;
    return ++receives[message];
  }

  void show(int message) {
    receivedNanos[message] = -1;
  }

  int receives(int message) {
    return receives[message];
  }
}
