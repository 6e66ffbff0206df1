package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.AutoScalingGroupSpec.GroupMetrics;
import io.headroom.autoscaling.HealthCheckKind;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.LifecycleSettings.Protection;
import io.headroom.autoscaling.LifecycleSettings.Retention;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.cloudformation.balancing.Attachments;
import io.headroom.cloudformation.launch.LaunchSource;
import io.headroom.cloudformation.launch.Launches;
import io.headroom.cloudformation.network.Zones;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.cloudformation.template.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::AutoScaling::AutoScalingGroup}. */
final class GroupMapper implements ResourceMapper<Groups> {

  private static final Duration DEFAULT_COOLDOWN = Duration.ofMinutes(5);

  private final Zones zones;
  private final Launches launches;
  private final Attachments attachments;

  GroupMapper(Zones zones, Launches launches, Attachments attachments) {
    this.zones = zones;
    this.launches = launches;
    this.attachments = attachments;
  }

  @Override
  public String type() {
    return "AWS::AutoScaling::AutoScalingGroup";
  }

  @Override
  public void read(Properties group, Groups groups) {
    List<String> enabled = zones(group);
    Optional<LaunchSource> launch = launches.of(group);
    Optional<GroupSizes> sizes = GroupSizes.read(group);
    AutoScalingGroupSpec.Builder builder =
        AutoScalingGroupSpec.builder(group.logicalId())
            .awsName(group.ref())
            .zones(enabled)
            .targetGroups(attachments.read(group, enabled))
            .healthCheck(healthCheck(group))
            .gracePeriod(group.seconds("HealthCheckGracePeriod", Duration.ZERO))
            .cooldown(group.seconds("Cooldown", DEFAULT_COOLDOWN))
            .groupMetrics(
                group.maps("MetricsCollection").isEmpty()
                    ? GroupMetrics.DISABLED
                    : GroupMetrics.ENABLED);
    warmup(group).ifPresent(builder::warmup);
    launch.ifPresent(found -> builder.launchConfiguration(found.launch()));
    builder.lifecycle(lifecycle(group));
    builder.fleet(Fleets.read(group, launch));
    TerminationPolicies.read(group, builder);
    sizes.ifPresent(found -> found.applyTo(builder));
    UpdatePolicies.read(group, sizes);
    readRest(group);
    if (launch.isPresent() && sizes.isPresent()) {
      add(group, builder, groups);
    } else {
      groups.addBroken(group.ref());
    }
  }

  private static LifecycleSettings lifecycle(Properties group) {
    boolean isProtected = group.flag("NewInstancesProtectedFromScaleIn", false);
    String abandoned =
        group
            .map("InstanceLifecyclePolicy")
            .map("RetentionTriggers")
            .word("TerminateHookAbandon", "terminate", List.of("terminate", "retain"));
    return LifecycleSettings.NONE
        .newInstances(isProtected ? Protection.FROM_SCALE_IN : Protection.NONE)
        .retention(abandoned.equals("retain") ? Retention.RETAIN : Retention.TERMINATE);
  }

  private static void add(Properties group, AutoScalingGroupSpec.Builder builder, Groups groups) {
    try {
      GroupDraft draft = new GroupDraft(group, builder.build());
      for (Properties hook : group.maps("LifecycleHookSpecificationList")) {
        Hooks.read(hook).ifPresent(each -> draft.add(hook, each));
      }
      groups.add(draft);
    } catch (AutoScalingException refused) {
      Refused.report(group, "AutoScalingGroupName", refused.refusals());
      groups.addBroken(group.ref());
    }
  }

  private List<String> zones(Properties group) {
    List<String> named = zones.named(group, "AvailabilityZones");
    List<String> found =
        group.has("VPCZoneIdentifier") ? zones.ofSubnets(group, "VPCZoneIdentifier") : named;
    if (found.isEmpty()) {
      group.warning("VPCZoneIdentifier", "neither subnets nor zones are given; assumed all zones");
    }
    return found.isEmpty() ? zones.all() : found;
  }

  private static HealthCheckKind healthCheck(Properties group) {
    if (!group.has("HealthCheckType")) {
      group.word("HealthCheckType", "EC2", List.of("EC2"));
      return HealthCheckKind.EC2;
    }
    HealthCheckKind kind = HealthCheckKind.EC2;
    for (ScalarNode each : group.items("HealthCheckType")) {
      switch (each.text()) {
        case "EC2" -> {}
        case "ELB" -> kind = HealthCheckKind.ELB;
        case "EBS", "VPC_LATTICE" ->
            group.unsupported("HealthCheckType", each.text() + " checks are not simulated");
        default ->
            group.error(
                "HealthCheckType",
                "must be one of EC2, ELB, EBS, VPC_LATTICE, found " + each.text());
      }
    }
    return kind;
  }

  /** A warm-up of -1 takes back one that was set before, as if there were none. */
  private static Optional<Duration> warmup(Properties group) {
    return group
        .integer("DefaultInstanceWarmup")
        .filter(seconds -> seconds >= 0)
        .map(Duration::ofSeconds);
  }

  private static void readRest(Properties group) {
    if (group.has("NotificationConfiguration")) {
      group.note("NotificationConfiguration", "an old name of NotificationConfigurations");
    }
    group.ignore(
        "AutoScalingGroupName",
        "CapacityReservationSpecification",
        "Context",
        "DesiredCapacityType",
        "DeletionProtection",
        "NotificationConfiguration",
        "NotificationConfigurations",
        "PlacementGroup",
        "ServiceLinkedRoleARN",
        "SkipZonalShiftValidation",
        "Tags");
  }
}
