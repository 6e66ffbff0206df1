package io.headroom.elb;

import io.headroom.sim.RandomStream;

/**
 * Round robin: each node walks its healthy targets in order of registration, from a random start.
 *
 * <p>"Routing algorithms", User Guide for Application Load Balancers. The order of the walk is not
 * documented; a target that becomes healthy joins in its place of the registration order.
 */
final class RoundRobin implements RoutingAlgorithm {
  static final RoundRobin INSTANCE = new RoundRobin();

  private RoundRobin() {}

  @Override
  public String name() {
    return "round_robin";
  }

  @Override
  public Router newRouter(RandomStream random) {
    return new Walk(random);
  }

  @Override
  public String toString() {
    return name();
  }

  /** The memory of one node. */
  static final class Walk implements Router {
    private static final int NOT_STARTED = Integer.MAX_VALUE;

    private final RandomStream random;
    private int[] targets = {};
    private int position = NOT_STARTED;

    Walk(RandomStream random) {
      this.random = random;
    }

    @Override
    public void rotation(int[] newTargets) {
      targets = newTargets;
    }

    @Override
    public int route(long nowNanos) {
      if (position >= targets.length) {
        position = position == NOT_STARTED ? random.nextInt(targets.length) : 0;
      }
      int target = targets[position];
      position = position + 1 == targets.length ? 0 : position + 1;
      return target;
    }
  }
}
