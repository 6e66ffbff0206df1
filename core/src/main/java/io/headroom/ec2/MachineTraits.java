package io.headroom.ec2;

import io.headroom.ec2.credits.CreditMode;
import java.util.Optional;

/**
 * What a launch configuration may say beside the size.
 *
 * @param imageId the machine image, a dimension of metrics with detailed monitoring; default none
 * @param creditMode the mode of a burstable instance; default that of its family
 */
public record MachineTraits(Optional<String> imageId, Optional<CreditMode> creditMode) {
  /** Nothing said. */
  public static final MachineTraits NONE = new MachineTraits(Optional.empty(), Optional.empty());
}
