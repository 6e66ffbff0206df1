package io.headroom.cloudformation.launch;

import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.ec2.LaunchConfiguration;
import java.util.Optional;

/**
 * What a group launches.
 *
 * @param launch the launch configuration, or the first of the overrides
 * @param mixed the mixed instances policy, if the group has one
 */
public record LaunchSource(LaunchConfiguration launch, Optional<MixedInstancesPolicy> mixed) {
  static LaunchSource of(LaunchConfiguration launch) {
    return new LaunchSource(launch, Optional.empty());
  }
}
