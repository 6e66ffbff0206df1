package io.headroom.benchmarks.yardstick;

/** How a yardstick's balancer chooses an instance. */
public enum Balancing {
  /** The instances in turn, from the first. */
  ROUND_ROBIN,
  /** The instance with the fewest requests under way, the lowest number on a tie. */
  LEAST_OUTSTANDING
}
