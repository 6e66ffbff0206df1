package io.headroom.autoscaling.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * In which order Spot pools of a zone are tried (MX5).
 *
 * <p>"Allocation strategies for multiple instance types", Amazon EC2 Auto Scaling User Guide.
 */
public enum SpotAllocationStrategy {
  /** Evenly over the cheapest pools, as many as {@code SpotInstancePools}; the API's default. */
  LOWEST_PRICE("lowest-price"),
  /** The pool with the most spare capacity. */
  CAPACITY_OPTIMIZED("capacity-optimized"),
  /** The order of the overrides, among the pools with much spare capacity. */
  CAPACITY_OPTIMIZED_PRIORITIZED("capacity-optimized-prioritized"),
  /** The lowest price, among the pools with much spare capacity; recommended. */
  PRICE_CAPACITY_OPTIMIZED("price-capacity-optimized");

  private final String awsName;

  SpotAllocationStrategy(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name. */
  public String awsName() {
    return awsName;
  }

  /** Returns the strategy with AWS's name; empty if there is none. */
  public static Optional<SpotAllocationStrategy> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }

  /** Returns AWS's names of all strategies. */
  public static List<String> names() {
    return Arrays.stream(values()).map(SpotAllocationStrategy::awsName).toList();
  }
}
