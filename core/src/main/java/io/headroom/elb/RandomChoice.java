package io.headroom.elb;

import io.headroom.sim.RandomStream;

/**
 * Uniform random choice, which serves two algorithms.
 *
 * <p>{@code weighted_random} of an Application Load Balancer is uniform while no anomaly is
 * mitigated. The flow hash of a Network Load Balancer covers the client's random source port, so
 * that counts of targets are binomial; a seeded mix stands for AWS's unpublished function.
 */
final class RandomChoice implements RoutingAlgorithm {
  static final RandomChoice WEIGHTED_RANDOM = new RandomChoice("weighted_random");
  static final RandomChoice FLOW_HASH = new RandomChoice("flow_hash");

  private final String name;

  private RandomChoice(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Router newRouter(RandomStream random) {
    return new Draw(random);
  }

  @Override
  public String toString() {
    return name;
  }

  /** The memory of one node. */
  static final class Draw implements Router {
    private final RandomStream random;
    private int[] targets = {};

    Draw(RandomStream random) {
      this.random = random;
    }

    @Override
    public void rotation(int[] newTargets) {
      targets = newTargets;
    }

    @Override
    public int route(long nowNanos) {
      return targets[random.nextInt(targets.length)];
    }
  }
}
