package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Trigger;
import io.headroom.policies.aws.SimpleScaling;
import io.headroom.policies.aws.StepScaling;
import java.util.ArrayList;
import java.util.List;

/** Finds the alarms of a template that ask the policies of a group. */
final class AlarmsOfPolicies {

  private AlarmsOfPolicies() {}

  static List<Trigger.OnAlarm> of(AutoScalingGroupSpec group) {
    List<Trigger.OnAlarm> triggers = new ArrayList<>();
    for (ScalingPolicy policy : group.policies()) {
      if (policy instanceof SimpleScaling simple) {
        triggers.addAll(simple.alarms().all());
      } else if (policy instanceof StepScaling step) {
        triggers.addAll(step.alarms().all());
      }
    }
    return triggers;
  }
}
