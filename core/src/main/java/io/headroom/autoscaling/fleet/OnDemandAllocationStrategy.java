package io.headroom.autoscaling.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * In which order On-Demand types are tried (MX4).
 *
 * <p>"InstancesDistribution", Amazon EC2 Auto Scaling API Reference.
 */
public enum OnDemandAllocationStrategy {
  /** The order of the overrides; the default. */
  PRIORITIZED("prioritized"),
  /** The lowest price of a unit first; the default with attributes in place of types. */
  LOWEST_PRICE("lowest-price");

  private final String awsName;

  OnDemandAllocationStrategy(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name. */
  public String awsName() {
    return awsName;
  }

  /** Returns the strategy with AWS's name; empty if there is none. */
  public static Optional<OnDemandAllocationStrategy> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }

  /** Returns AWS's names of all strategies. */
  public static List<String> names() {
    return Arrays.stream(values()).map(OnDemandAllocationStrategy::awsName).toList();
  }
}
