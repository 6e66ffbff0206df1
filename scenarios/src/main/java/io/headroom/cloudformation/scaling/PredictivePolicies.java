package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.cloudformation.resources.Properties;
import java.util.Optional;

/** Reads policies of type PredictiveScaling, which are not simulated. */
final class PredictivePolicies implements PolicyKind {

  @Override
  public Optional<ScalingPolicy> read(
      Properties policy, Groups groups, Optional<GroupDraft> group) {
    policy.unsupported("PolicyType", "predictive scaling is not simulated");
    policy.warning("PolicyType", "predictive scaling is not simulated; the policy is left out");
    return Optional.empty();
  }
}
