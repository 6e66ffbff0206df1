package io.headroom.ec2;

import io.headroom.ec2.credits.CreditMode;
import java.util.Optional;

/**
 * What a launch configuration may say beside the size.
 *
 * @param imageId the machine image, a dimension of metrics with detailed monitoring; default none
 * @param creditMode the mode of a burstable instance; default that of its family
 * @param spotMaximum the most that an hour of Spot may cost; default the On-Demand price
 */
public record MachineTraits(
    Optional<String> imageId, Optional<CreditMode> creditMode, Optional<Money> spotMaximum) {
  /** Nothing said. */
  public static final MachineTraits NONE =
      new MachineTraits(Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns a copy that may cost at most so much an hour as Spot. */
  public MachineTraits spotMaximum(Money newMaximum) {
    return new MachineTraits(imageId, creditMode, Optional.of(newMaximum));
  }
}
