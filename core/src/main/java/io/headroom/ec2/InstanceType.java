package io.headroom.ec2;

import java.util.Optional;

/**
 * The size and list price of a kind of instance.
 *
 * @param name AWS's name, such as {@code m5.large}
 * @param vCpus how many vCPUs, positive
 * @param gibibytes memory in GiB
 * @param usdPerHour On-Demand price of an hour in US dollars; empty when the price is not known
 */
public record InstanceType(String name, int vCpus, double gibibytes, Optional<Money> usdPerHour) {
  /** Checks the number of vCPUs. */
  public InstanceType {
    if (vCpus <= 0) {
      throw new IllegalArgumentException("vCpus must be positive, was " + vCpus);
    }
  }

  /**
   * Returns the type with this name from the built-in table.
   *
   * @throws IllegalArgumentException if the table lacks it, naming the nearest types
   */
  public static InstanceType of(String name) {
    return InstanceTypes.find(name)
        .orElseThrow(() -> new IllegalArgumentException(InstanceTypes.unknown(name)));
  }

  /** Returns a copy with another price of an hour. */
  public InstanceType withUsdPerHour(Money price) {
    return new InstanceType(name, vCpus, gibibytes, Optional.of(price));
  }

  @Override
  public String toString() {
    return name;
  }
}
