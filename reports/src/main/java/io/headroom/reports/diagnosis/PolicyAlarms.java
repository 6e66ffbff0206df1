package io.headroom.reports.diagnosis;

import io.headroom.Scenario;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.GroupIdentity.AttachedTargetGroup;
import io.headroom.autoscaling.Trigger;
import io.headroom.cloudwatch.AlarmSpec;
import java.util.List;

/** The alarms that ask the policies of a group. */
final class PolicyAlarms {
  private PolicyAlarms() {}

  static List<AlarmSpec> of(Scenario scenario, AutoScalingGroupSpec group) {
    List<AttachedTargetGroup> targets =
        scenario.loadBalancers().stream()
            .flatMap(
                balancer ->
                    balancer.forwards().stream()
                        .map(rule -> rule.targetGroup())
                        .filter(each -> group.targetGroups().contains(each.name()))
                        .map(each -> new AttachedTargetGroup(balancer.fullName(), each.fullName())))
            .toList();
    GroupIdentity identity =
        new GroupIdentity(
            group.awsName(),
            group.launchConfiguration().monitoring().interval(),
            targets,
            scenario.settings().autoScaling());
    return group.policies().stream()
        .flatMap(policy -> policy.triggers(identity).stream())
        .filter(Trigger.OnAlarm.class::isInstance)
        .map(trigger -> ((Trigger.OnAlarm) trigger).alarm())
        .toList();
  }
}
