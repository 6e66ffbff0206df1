package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.TerminationPolicy;
import io.headroom.autoscaling.refusal.GroupRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.autoscaling.termination.CustomTermination;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.template.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the termination policies of a group, AWS's own and the ARN of a Lambda function. */
final class TerminationPolicies {
  private static final String KEY = "TerminationPolicies";

  private TerminationPolicies() {}

  static void read(Properties group, AutoScalingGroupSpec.Builder builder) {
    List<String> names = new ArrayList<>();
    for (ScalarNode name : group.items(KEY)) {
      if (CustomTermination.isFunction(name.text())) {
        group.note(KEY, "a scenario says under terminationFunctions what " + name.text() + " does");
        names.add(name.text());
      } else if (TerminationPolicy.named(name.text()).isPresent()) {
        names.add(name.text());
      } else {
        group.unsupported(KEY, "no such policy is simulated: " + name.text());
      }
    }
    List<Refusal> refusals = GroupRefusals.terminationPolicies(names);
    if (refusals.isEmpty()) {
      builder.terminationPolicyNames(names);
    } else {
      Refused.report(group, KEY, refusals);
    }
  }
}
