package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.refusal.Quota;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::AutoScaling::ScalingPolicy}; a policy without a type is a simple one. */
final class PolicyMapper implements ResourceMapper<Groups> {

  private static final Map<String, PolicyKind> KINDS =
      Map.of(
          "SimpleScaling", new SimplePolicies(),
          "StepScaling", new StepPolicies(),
          "TargetTrackingScaling", new TrackingPolicies(),
          "PredictiveScaling", new PredictivePolicies());

  private static final List<String> NAMES =
      List.of("SimpleScaling", "StepScaling", "TargetTrackingScaling", "PredictiveScaling");

  @Override
  public String type() {
    return "AWS::AutoScaling::ScalingPolicy";
  }

  @Override
  public void read(Properties policy, Groups groups) {
    Optional<GroupDraft> group = groups.groupOf(policy);
    if (policy.ifKnown("PolicyType").filter(name -> !NAMES.contains(name)).isPresent()) {
      policy.word("PolicyType", "SimpleScaling", NAMES);
      policy.ignoreRest();
      return;
    }
    PolicyKind kind = KINDS.get(policy.word("PolicyType", "SimpleScaling", NAMES));
    policy.ignore(
        "AdjustmentType",
        "Cooldown",
        "EstimatedInstanceWarmup",
        "MetricAggregationType",
        "MinAdjustmentMagnitude",
        "MinAdjustmentStep",
        "PredictiveScalingConfiguration",
        "ScalingAdjustment",
        "StepAdjustments",
        "TargetTrackingConfiguration");
    if (kind != null) {
      Optional<ScalingPolicy> read = kind.read(policy, groups, group);
      read.ifPresent(found -> group.ifPresent(draft -> add(draft, policy, found)));
    }
  }

  private static void add(GroupDraft group, Properties policy, ScalingPolicy found) {
    Quota.POLICIES
        .check("PolicyType", group.policies() + 1)
        .ifPresentOrElse(
            refusal -> policy.error(refusal.property(), refusal.text()), () -> group.add(found));
  }
}
