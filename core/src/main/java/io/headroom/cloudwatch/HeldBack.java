package io.headroom.cloudwatch;

/**
 * Data points that a publisher has not recorded yet, because nobody has looked since: idle machines
 * publish the same thing minute after minute. A reader finds the same data points either way.
 */
public interface HeldBack {
  /** Returns whether no data point is held back. */
  boolean isEmpty();

  /** Records all that is held back. */
  void release();
}
