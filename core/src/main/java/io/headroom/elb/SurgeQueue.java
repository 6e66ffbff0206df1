package io.headroom.elb;

/**
 * The requests that a node of a Classic Load Balancer holds while no healthy instance can take
 * them, at most 1,024, in order of arrival.
 *
 * <p>"Configure your Classic Load Balancer", metric {@code SurgeQueueLength}, User Guide for
 * Classic Load Balancers.
 */
final class SurgeQueue {
  private static final int LIMIT = 1_024;

  private final int[] ring = new int[LIMIT];
  private int first;
  private int size;
  private int longest;

  boolean add(int request) {
    if (size == LIMIT) {
      return false;
    }
    ring[(first + size++) & (LIMIT - 1)] = request;
    longest = Math.max(longest, size);
    return true;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int poll() {
    int request = ring[first];
    first = (first + 1) & (LIMIT - 1);
    size--;
    return request;
  }

  /** Returns the largest length since this was asked last. */
  int takeLongest() {
    int result = longest;
    longest = size;
    return result;
  }
}
