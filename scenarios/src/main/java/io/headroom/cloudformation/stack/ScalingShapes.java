package io.headroom.cloudformation.stack;

import static io.headroom.cloudformation.stack.StackResource.made;

import io.headroom.cloudformation.template.ScalarNode;
import java.util.Map;

/** Physical ids of groups, launch settings, policies and alarms. */
final class ScalingShapes {

  private static final String FIRST_VERSION = "1";
  private static final int LAUNCH_TEMPLATE_ID = 17;

  static final Map<String, ResourceShape> BY_TYPE =
      Map.ofEntries(
          Map.entry("AWS::AutoScaling::AutoScalingGroup", group()),
          Map.entry("AWS::AutoScaling::LaunchConfiguration", named("LaunchConfigurationName")),
          Map.entry(
              "AWS::AutoScaling::LifecycleHook",
              named("LifecycleHookName")
                  .with("LifecycleHookName", resource -> resource.name("LifecycleHookName"))),
          Map.entry(
              "AWS::AutoScaling::ScheduledAction",
              named("ScheduledActionName")
                  .with("ScheduledActionName", resource -> resource.name("ScheduledActionName"))),
          Map.entry("AWS::AutoScaling::WarmPool", named("AutoScalingGroupName")),
          Map.entry("AWS::AutoScaling::ScalingPolicy", policy()),
          Map.entry("AWS::EC2::LaunchTemplate", launchTemplate()),
          Map.entry("AWS::CloudWatch::Alarm", alarm()),
          Map.entry("AWS::CloudWatch::CompositeAlarm", alarm()),
          Map.entry("Headroom::ScalingPolicy", policy()));

  private ScalingShapes() {}

  private static ResourceShape named(String property) {
    return ResourceShape.of(resource -> resource.name(property));
  }

  private static ResourceShape group() {
    return named("AutoScalingGroupName")
        .with("AutoScalingGroupARN", resource -> arn(resource, "autoScalingGroup", "group"));
  }

  private static ScalarNode arn(StackResource resource, String kind, String seed) {
    ScalarNode group = resource.name("AutoScalingGroupName");
    String path =
        kind
            + ":"
            + resource.names().uuid(seed + " " + resource.logicalId())
            + ":autoScalingGroupName/"
            + group.text();
    return made(resource.names().arn("autoscaling", path), group);
  }

  private static ResourceShape policy() {
    return ResourceShape.of(ScalingShapes::policyArn)
        .with("Arn", ScalingShapes::policyArn)
        .with("PolicyName", ScalingShapes::policyName);
  }

  /** The name of a policy cannot be chosen; the service generates it. */
  private static ScalarNode policyName(StackResource resource) {
    return ScalarNode.of(resource.names().generated(resource.logicalId()), 0);
  }

  private static ScalarNode policyArn(StackResource resource) {
    ScalarNode start = arn(resource, "scalingPolicy", "policy");
    return made(start.text() + ":policyName/" + policyName(resource).text(), start);
  }

  private static ResourceShape launchTemplate() {
    return ResourceShape.of(ScalingShapes::launchTemplateId)
        .with("LaunchTemplateId", ScalingShapes::launchTemplateId)
        .with("LatestVersionNumber", resource -> ScalarNode.of(FIRST_VERSION, 0))
        .with("DefaultVersionNumber", resource -> ScalarNode.of(FIRST_VERSION, 0));
  }

  private static ScalarNode launchTemplateId(StackResource resource) {
    String digits = resource.names().hex(resource.logicalId(), LAUNCH_TEMPLATE_ID);
    return ScalarNode.of("lt-" + digits, 0);
  }

  private static ResourceShape alarm() {
    return named("AlarmName")
        .with(
            "Arn",
            resource -> {
              ScalarNode name = resource.name("AlarmName");
              return made(resource.names().arn("cloudwatch", "alarm:" + name.text()), name);
            });
  }
}
