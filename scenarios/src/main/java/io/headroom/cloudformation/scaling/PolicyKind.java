package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.cloudformation.resources.Properties;
import java.util.Optional;

/** Reads the policies of one PolicyType. */
interface PolicyKind {

  /**
   * Reads a policy.
   *
   * @param group the group it belongs to, if the model has it; a policy is checked without it too
   * @return empty if the policy cannot be simulated, reported then
   */
  Optional<ScalingPolicy> read(Properties policy, Groups groups, Optional<GroupDraft> group);
}
