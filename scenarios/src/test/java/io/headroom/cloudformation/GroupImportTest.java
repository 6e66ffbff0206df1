package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.AutoScalingGroupSpec.GroupMetrics;
import io.headroom.autoscaling.FleetSettings.ImpairedZones;
import io.headroom.autoscaling.HealthCheckKind;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.LifecycleSettings.Protection;
import io.headroom.autoscaling.LifecycleSettings.Retention;
import io.headroom.autoscaling.TerminationPolicy;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.Reuse;
import io.headroom.autoscaling.termination.CustomTermination;
import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.testing.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class GroupImportTest {

  private static Imported with(String more) {
    return Imported.of(Imported.LAUNCH + Imported.group(more));
  }

  private static Imported sized(String sizes) {
    return Imported.of(
        Imported.LAUNCH
            + """
              Web:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {LaunchConfigurationName: !Ref Launch, AvailabilityZones: [us-east-1a],
                  %s}
            """
                .formatted(sizes));
  }

  @Test
  @Rule("cloudformation 8.AutoScalingGroup")
  @Rule("cloudformation 9")
  void defaults_areThoseOfCloudFormation() {
    Imported imported = Imported.of(Imported.GROUP);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().desired()).isEqualTo(1);
    assertThat(imported.web().healthCheck()).isEqualTo(HealthCheckKind.EC2);
    assertThat(imported.web().gracePeriod()).isEqualTo(Duration.ZERO);
    assertThat(imported.web().defaultCooldown()).isEqualTo(Duration.ofMinutes(5));
    assertThat(imported.web().defaultWarmup()).isEmpty();
    assertThat(imported.web().terminationPolicies()).containsExactly(TerminationPolicy.DEFAULT);
    assertThat(imported.web().groupMetrics()).isEqualTo(GroupMetrics.DISABLED);
    assertThat(imported.entries(PropertyUse.DEFAULTED))
        .containsAtLeast(
            "line 5: Web.DesiredCapacity: 1",
            "line 5: Web.HealthCheckType: EC2",
            "line 5: Web.HealthCheckGracePeriod: 0 s",
            "line 5: Web.Cooldown: 300 s");
  }

  @Test
  @Rule("cloudformation 8.AutoScalingGroup")
  @Rule("cloudformation TX-4")
  void settings_areRead() {
    Imported imported =
        with(
            ", DesiredCapacity: '3', Cooldown: '60', DefaultInstanceWarmup: 90,"
                + " HealthCheckType: ELB, HealthCheckGracePeriod: 120,"
                + " TerminationPolicies: [OldestInstance, Default],"
                + " MetricsCollection: [{Granularity: 1Minute}], AutoScalingGroupName: web");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().name()).isEqualTo("Web");
    assertThat(imported.web().awsName()).isEqualTo("web");
    assertThat(imported.web().desired()).isEqualTo(3);
    assertThat(imported.web().defaultCooldown()).isEqualTo(Duration.ofMinutes(1));
    assertThat(imported.web().defaultWarmup()).hasValue(Duration.ofSeconds(90));
    assertThat(imported.web().healthCheck()).isEqualTo(HealthCheckKind.ELB);
    assertThat(imported.web().gracePeriod()).isEqualTo(Duration.ofMinutes(2));
    assertThat(imported.web().groupMetrics()).isEqualTo(GroupMetrics.ENABLED);
    assertThat(imported.web().terminationPolicies())
        .containsExactly(TerminationPolicy.OLDEST_INSTANCE, TerminationPolicy.DEFAULT)
        .inOrder();
  }

  @Test
  @Rule("autoscaling 11.4")
  @Rule("cloudformation 8.AutoScalingGroup")
  void lambdaFunction_isTheFirstTerminationPolicy_andTheReportSaysWhatItNeeds() {
    Imported imported =
        with(", TerminationPolicies: ['arn:aws:lambda:us-east-1:1:function:pick', OldestInstance]");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.warnings()).isEmpty();
    assertThat(imported.web().fleet().termination())
        .hasValue(CustomTermination.named("arn:aws:lambda:us-east-1:1:function:pick"));
    assertThat(imported.web().terminationPolicies())
        .containsExactly(TerminationPolicy.OLDEST_INSTANCE);
    assertThat(imported.notes().stream().filter(note -> note.contains("terminationFunctions")))
        .hasSize(1);
  }

  @Test
  @Rule("autoscaling AZ17")
  @Rule("cloudformation 8.AutoScalingGroup")
  void impairmentPolicy_saysWhetherZonesAreShifted_andWhichChecksCount() {
    assertThat(Imported.of(Imported.GROUP).web().fleet().impairedZones())
        .isEqualTo(ImpairedZones.NO_SHIFT);
    assertThat(
            with(", AvailabilityZoneImpairmentPolicy: {ZonalShiftEnabled: true}")
                .web()
                .fleet()
                .impairedZones())
        .isEqualTo(ImpairedZones.REPLACE_UNHEALTHY);
    Imported ignoring =
        with(
            ", AvailabilityZoneImpairmentPolicy: {ZonalShiftEnabled: true,"
                + " ImpairedZoneHealthCheckBehavior: IgnoreUnhealthy}");
    assertThat(ignoring.web().fleet().impairedZones()).isEqualTo(ImpairedZones.IGNORE_UNHEALTHY);
    assertThat(ignoring.warnings()).isEmpty();
  }

  @Test
  @Rule("autoscaling TP2")
  @Rule("autoscaling 30.2")
  void lambdaFunctionAfterAnotherPolicy_isRefused() {
    assertThat(
            with(", TerminationPolicies: [Default, 'arn:aws:lambda:us-east-1:1:function:pick']")
                .errors())
        .hasSize(2);
  }

  @Test
  @Rule("cloudformation 10")
  @Rule("autoscaling 30.2")
  void minAboveMax_isAnError() {
    assertThat(sized("MinSize: 3, MaxSize: 2").errors())
        .containsExactly(
            "line 8: Resources.Web.Properties.MaxSize:"
                + " ValidationError: Max bound, 2, must be greater than or equal to min bound, 3");
  }

  @Test
  @Rule("cloudformation 10")
  @Rule("autoscaling 30.2")
  void desiredOutsideTheLimits_isAnError() {
    assertThat(sized("MinSize: 1, MaxSize: 2, DesiredCapacity: 3").errors())
        .containsExactly(
            "line 8: Resources.Web.Properties.DesiredCapacity: ValidationError:"
                + " Desired capacity:3 must be between the specified min size:1 and max size:2");
  }

  @Test
  @Rule("cloudformation 10")
  void sizesThatAreMissingOrNoNumbers_areErrors() {
    assertThat(sized("MinSize: 1").errors())
        .containsExactly("line 5: Resources.Web.Properties.MaxSize: is required");
    assertThat(sized("MinSize: one, MaxSize: 2").errors())
        .containsExactly(
            "line 8: Resources.Web.Properties.MinSize: must be a whole number, found one");
  }

  @Test
  @Rule("cloudformation PA-6")
  void sizeFromAParameterWithoutValue_asksForIt() {
    Imported imported =
        Imported.of(
            "Parameters: {Most: {Type: Number}}\n"
                + Imported.LAUNCH
                + """
                  Web:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties: {MinSize: 1, MaxSize: !Ref Most, AvailabilityZones: [us-east-1a],
                      LaunchConfigurationName: !Ref Launch}
                """);

    assertThat(imported.errors())
        .containsExactly(
            "line 8: Resources.Web.Properties.MaxSize: the value is needed:"
                + " parameter Most has no value and no default");
  }

  @Test
  @Rule("cloudformation 10")
  @Rule("autoscaling 30.2")
  void twoLaunchSources_areAnError() {
    assertThat(with(", LaunchTemplate: {LaunchTemplateName: x, Version: 1}").errors().get(0))
        .isEqualTo(
            "line 8: Resources.Web.Properties.LaunchTemplate: ValidationError: Valid requests must"
                + " contain either LaunchTemplate, LaunchConfigurationName, InstanceId or"
                + " MixedInstancesPolicy parameter. Found LaunchConfigurationName and"
                + " LaunchTemplate");
  }

  @Test
  @Rule("cloudformation 10")
  void noLaunchSource_isAnError() {
    Imported imported =
        Imported.of(
            """
            Resources:
              Web:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {MinSize: 1, MaxSize: 2, AvailabilityZones: [us-east-1a]}
            """);

    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.errors().get(0)).endsWith("Found none");
    assertThat(imported.stack().groups()).isEmpty();
  }

  @Test
  @Rule("cloudformation 10")
  @Rule("autoscaling 30.2")
  void lifetimeUnderADay_isAnError() {
    assertThat(with(", MaxInstanceLifetime: 3600").errors())
        .containsExactly(
            "line 8: Resources.Web.Properties.MaxInstanceLifetime:"
                + " ValidationError: must be 0 or at least 86400 seconds, found 3600");
    assertThat(with(", MaxInstanceLifetime: 86400").errors()).isEmpty();
  }

  @Test
  @Rule("cloudformation 10")
  @Rule("cloudformation 5.policy")
  void rollingUpdateThatKeepsTooMany_isAnError() {
    String policy = "    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: '4'}}\n";

    assertThat(Imported.of(Imported.GROUP + policy).errors())
        .containsExactly(
            "line 9: Resources.Web.UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService:"
                + " must be below MaxSize, which is 4, found 4");
  }

  @Test
  @Rule("cloudformation 5.policy")
  void updateAndCreationPolicy_areListed() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + "    UpdatePolicy: {AutoScalingReplacingUpdate: {WillReplace: true}}\n"
                + "    CreationPolicy: {ResourceSignal: {Count: 1}}\n");

    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsExactly(
            "line 9: Web.UpdatePolicy: updates of the stack are not simulated",
            "line 10: Web.CreationPolicy: a run begins with the stack complete")
        .inOrder();
  }

  @Test
  @Rule("cloudformation MP-3")
  void zones_comeFromSubnets() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + """
                  B: {Type: 'AWS::EC2::Subnet', Properties: {AvailabilityZone: us-east-1b}}
                  C: {Type: 'AWS::EC2::Subnet', Properties: {AvailabilityZone: us-east-1c}}
                """
                + Imported.group(", VPCZoneIdentifier: [!Ref C, !Ref B]"));

    assertThat(imported.web().zones()).containsExactly("us-east-1c", "us-east-1b").inOrder();
  }

  @Test
  @Rule("cloudformation MP-3")
  @Rule("cloudformation 8.Subnet")
  void subnetsWithoutAZone_takeTheNext() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + """
                  A: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-1}}
                  B: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-1}}
                """
                + Imported.group(", VPCZoneIdentifier: [!Ref B]"));

    assertThat(imported.web().zones()).containsExactly("us-east-1b");
  }

  @Test
  @Rule("cloudformation MP-3")
  void subnetsFromElsewhere_takeZonesByTheirPlace() {
    assertThat(with(", VPCZoneIdentifier: 'subnet-1,subnet-2'").web().zones())
        .containsExactly("us-east-1a", "us-east-1b")
        .inOrder();
  }

  @Test
  @Rule("cloudformation MP-3")
  void groupWithoutSubnetsAndZones_usesAllZones() {
    Imported imported =
        Imported.of(
            Imported.LAUNCH
                + """
                  Web:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties: {MinSize: 1, MaxSize: 2, LaunchConfigurationName: !Ref Launch}
                """);

    assertThat(imported.web().zones())
        .containsExactly("us-east-1a", "us-east-1b", "us-east-1c")
        .inOrder();
    assertThat(imported.warnings()).hasSize(1);
  }

  @Test
  @Rule("cloudformation MP-8")
  void legacyNotificationConfiguration_isNoted() {
    Imported imported = with(", NotificationConfiguration: {TopicARN: x}");

    assertThat(imported.warnings()).isEmpty();
    assertThat(imported.notes())
        .containsExactly(
            "line 8: Resources.Web.Properties.NotificationConfiguration:"
                + " an old name of NotificationConfigurations");
  }

  @Test
  @Rule("cloudformation MP-6")
  void unknownProperty_namesTheNearest() {
    assertThat(with(", CoolDown: 60").warnings())
        .containsExactly(
            "line 8: Resources.Web.Properties.CoolDown: AWS::AutoScaling::AutoScalingGroup has no"
                + " such property, did you mean Cooldown?");
  }

  @Test
  @Rule("cloudformation 8.AutoScalingGroup")
  void healthCheckType_mustBeKnown() {
    assertThat(with(", HealthCheckType: HTTP").errors())
        .containsExactly(
            "line 8: Resources.Web.Properties.HealthCheckType:"
                + " must be one of EC2, ELB, EBS, VPC_LATTICE, found HTTP");
    assertThat(with(", HealthCheckType: 'EBS,ELB'").web().healthCheck())
        .isEqualTo(HealthCheckKind.ELB);
  }

  @Test
  @Rule("cloudformation 8.LifecycleHook")
  @Rule("autoscaling HK2")
  @Rule("autoscaling HK3")
  void hooks_areReadWithTheDefaultsOfTheApi() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Hook:
                    Type: AWS::AutoScaling::LifecycleHook
                    Properties:
                      AutoScalingGroupName: !Ref Web
                      LifecycleTransition: autoscaling:EC2_INSTANCE_TERMINATING
                """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().lifecycle().hooks())
        .containsExactly(LifecycleHook.of("Hook", HookTransition.TERMINATING));
  }

  @Test
  @Rule("autoscaling HK1")
  @Rule("autoscaling HK2")
  void wrongHooks_areRefusedInTheWordsOfTheApi() {
    Imported imported =
        with(
            ", LifecycleHookSpecificationList: [{LifecycleHookName: a, HeartbeatTimeout: 29,"
                + " LifecycleTransition: autoscaling:EC2_INSTANCE_LAUNCHING},"
                + " {LifecycleHookName: b, LifecycleTransition: launching}]");

    assertThat(imported.errors())
        .containsExactly(
            "line 8: Resources.Web.Properties.LifecycleHookSpecificationList[0].HeartbeatTimeout:"
                + " ValidationError: must be 30 to 7200 seconds, found 29",
            "line 8: Resources.Web.Properties.LifecycleHookSpecificationList[1]"
                + ".LifecycleTransition: must be one of autoscaling:EC2_INSTANCE_LAUNCHING,"
                + " autoscaling:EC2_INSTANCE_TERMINATING, found launching");
  }

  @Test
  @Rule("cloudformation 8.WarmPool")
  @Rule("autoscaling WP2")
  void warmPool_isReadWithItsReusePolicy() {
    Imported imported =
        Imported.of(
            Imported.GROUP
                + """
                  Pool:
                    Type: AWS::AutoScaling::WarmPool
                    Properties:
                      AutoScalingGroupName: !Ref Web
                      MaxGroupPreparedCapacity: 8
                      PoolState: Hibernated
                      InstanceReusePolicy: {ReuseOnScaleIn: true}
                """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().lifecycle().warmPool())
        .hasValue(
            WarmPoolSpec.of(PoolState.HIBERNATED).maximumPrepared(8).reuse(Reuse.ON_SCALE_IN));
  }

  @Test
  @Rule("autoscaling PR1")
  @Rule("autoscaling T15")
  void protectionAndRetention_areRead() {
    LifecycleSettings lifecycle =
        with(", NewInstancesProtectedFromScaleIn: true, InstanceLifecyclePolicy:"
                + " {RetentionTriggers: {TerminateHookAbandon: retain}}")
            .web()
            .lifecycle();

    assertThat(lifecycle.newInstances()).isEqualTo(Protection.FROM_SCALE_IN);
    assertThat(lifecycle.retention()).isEqualTo(Retention.RETAIN);
  }
}
