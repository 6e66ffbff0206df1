package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.fleet.OnDemandAllocationStrategy;
import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.Money;
import io.headroom.ec2.Monitoring;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.Volume;
import io.headroom.ec2.credits.CreditMode;
import io.headroom.testing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaunchImportTest {

  private static Imported configuration(String properties) {
    return Imported.of(
        """
        Resources:
          Launch:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties: {%s}
        """
                .formatted(properties)
            + Imported.group(""));
  }

  private static Imported template(String data, String source) {
    return Imported.of(
        """
        Resources:
          Launch:
            Type: AWS::EC2::LaunchTemplate
            Properties: {LaunchTemplateData: {%s}}
          Web:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: 1
              MaxSize: 4
              AvailabilityZones: [us-east-1a]
              %s
        """
            .formatted(data, source));
  }

  private static final String BY_ID =
      "LaunchTemplate: {LaunchTemplateId: !Ref Launch,"
          + " Version: !GetAtt Launch.LatestVersionNumber}";

  private static final String MIXED =
      "MixedInstancesPolicy: {InstancesDistribution: {OnDemandBaseCapacity: 1}, LaunchTemplate:"
          + " {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Launch, Version: '1'}%s}}";

  @Test
  @Rule("cloudformation 8.LaunchConfiguration")
  @Rule("cloudformation 9")
  @Rule("cloudwatch 5.4")
  void configuration_hasDetailedMonitoringAndAGp2Root() {
    LaunchConfiguration launch =
        configuration("InstanceType: c5.large").web().launchConfiguration();

    assertThat(launch.type().name()).isEqualTo("c5.large");
    assertThat(launch.source()).isEqualTo(Source.LAUNCH_CONFIGURATION);
    assertThat(launch.monitoring()).isEqualTo(Monitoring.DETAILED);
    assertThat(launch.purchase()).isEqualTo(PurchaseOption.ON_DEMAND);
    assertThat(launch.volumes()).containsExactly(new Volume(8, "gp2"));
  }

  @Test
  @Rule("cloudformation 8.LaunchConfiguration")
  void configuration_isRead() {
    Imported imported =
        configuration(
            "InstanceType: c5.large, InstanceMonitoring: false, SpotPrice: '0.1',"
                + " BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeSize: '20'}},"
                + " {DeviceName: /dev/sdb, Ebs: {VolumeSize: 100, VolumeType: st1}},"
                + " {DeviceName: /dev/sdc, VirtualName: ephemeral0}]");

    LaunchConfiguration launch = imported.web().launchConfiguration();
    assertThat(launch.monitoring()).isEqualTo(Monitoring.BASIC);
    assertThat(launch.purchase()).isEqualTo(PurchaseOption.SPOT);
    assertThat(launch.volumes())
        .containsExactly(new Volume(20, "gp2"), new Volume(100, "st1"))
        .inOrder();
    assertThat(launch.spotMaximum()).isEqualTo(Money.usd("0.1"));
    assertThat(imported.entries(PropertyUse.UNSUPPORTED)).isEmpty();
  }

  @Test
  @Rule("cloudformation 8.LaunchConfiguration")
  void volumesBesideTheRoot_leaveTheRootAsItIs() {
    Imported imported =
        configuration(
            "InstanceType: c5.large,"
                + " BlockDeviceMappings: [{DeviceName: /dev/sdb, Ebs: {VolumeSize: 10}}]");

    assertThat(imported.web().launchConfiguration().volumes())
        .containsExactly(new Volume(8, "gp2"), new Volume(10, "gp2"))
        .inOrder();
  }

  @Test
  void unknownType_isAnError() {
    assertThat(configuration("InstanceType: m5.lage").errors().get(0))
        .startsWith(
            "line 4: Resources.Launch.Properties.InstanceType: unknown instance type 'm5.lage'");
    assertThat(configuration("ImageId: ami-1").errors())
        .containsExactly(
            "line 2: Resources.Launch.Properties.InstanceType:"
                + " is needed: nothing says what instances to launch");
  }

  @Test
  void typeWithoutPrice_isANote() {
    Imported imported = configuration("InstanceType: r4.large");

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().launchConfiguration().type().vCpus()).isEqualTo(2);
    assertThat(imported.notes())
        .containsExactly(
            "line 4: Resources.Launch.Properties.InstanceType:"
                + " no price of r4.large is known; give one under prices in the scenario");
  }

  @Test
  @Rule("cloudformation 8.LaunchTemplate")
  @Rule("cloudformation 9")
  void template_hasBasicMonitoringAndAGp3Root() {
    Imported imported = template("InstanceType: m6i.large", BY_ID);

    LaunchConfiguration launch = imported.web().launchConfiguration();
    assertThat(imported.warnings()).isEmpty();
    assertThat(launch.source()).isEqualTo(Source.LAUNCH_TEMPLATE);
    assertThat(launch.name()).isEqualTo("Launch");
    assertThat(launch.monitoring()).isEqualTo(Monitoring.BASIC);
    assertThat(launch.volumes()).containsExactly(new Volume(8, "gp3"));
  }

  @Test
  @Rule("cloudformation 8.LaunchTemplate")
  void template_isRead() {
    LaunchConfiguration launch =
        template(
                "InstanceType: m6i.large, Monitoring: {Enabled: true},"
                    + " InstanceMarketOptions: {MarketType: spot}",
                BY_ID)
            .web()
            .launchConfiguration();

    assertThat(launch.monitoring()).isEqualTo(Monitoring.DETAILED);
    assertThat(launch.purchase()).isEqualTo(PurchaseOption.SPOT);
  }

  @Test
  @Rule("autoscaling LT2")
  void launchTemplate_isNamedByIdOrName_andTheVersionMayBeLeftOut() {
    for (String reference :
        List.of("LaunchTemplateId: !Ref Launch", "LaunchTemplateName: Launch")) {
      for (String version : List.of("", ", Version: '1'", ", Version: $Default")) {
        Imported imported =
            template("InstanceType: m5.large", "LaunchTemplate: {" + reference + version + "}");
        assertThat(imported.errors()).isEmpty();
        assertThat(imported.web().launchConfiguration().version()).isEqualTo(1);
      }
    }
  }

  @Test
  @Rule("cloudformation 8.LaunchTemplate")
  void latestAndDefaultVersion_areAccepted() {
    String source = "LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: $Latest}";
    assertThat(template("InstanceType: m5.large", source).warnings()).isEmpty();

    String second = "LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: '2'}";
    assertThat(template("InstanceType: m5.large", second).warnings().get(0))
        .endsWith("a new template has version 1 only, found 2");
  }

  @Test
  void launchTemplateFromElsewhere_isAnError() {
    String source = "LaunchTemplate: {LaunchTemplateId: lt-1, Version: '1'}";

    assertThat(template("InstanceType: m5.large", source).errors())
        .containsExactly(
            "line 11: Resources.Web.Properties.LaunchTemplate.LaunchTemplateId:"
                + " is not in the template 'lt-1', so the instance type is unknown");
  }

  @Test
  @Rule("cloudformation 8.AutoScalingGroup")
  void mixedInstances_areReadWithWeightsAndDistribution_unknownTypesLeftOut() {
    Imported imported =
        template(
            "InstanceType: m5.large",
            MIXED.formatted(
                ", Overrides: [{InstanceType: nosuch.size, WeightedCapacity: '1'},"
                    + " {InstanceType: c5.xlarge, WeightedCapacity: '2'}]"));

    assertThat(imported.errors()).isEmpty();
    MixedInstancesPolicy mixed = imported.web().fleet().mixed().orElseThrow();
    assertThat(mixed.distribution()).isEqualTo(InstancesDistribution.DEFAULT.onDemand(1, 100));
    assertThat(mixed.overrides()).hasSize(1);
    assertThat(mixed.overrides().get(0).launch().type().name()).isEqualTo("c5.xlarge");
    assertThat(mixed.overrides().get(0).units()).isEqualTo(2);
    assertThat(imported.warnings().get(0)).endsWith("it is left out");
    assertThat(imported.entries(PropertyUse.UNSUPPORTED)).isEmpty();
  }

  @Test
  @Rule("autoscaling LT5")
  void mixedInstancesOfATemplateThatRequestsSpot_areRefused() {
    Imported imported =
        template(
            "InstanceType: m5.large, InstanceMarketOptions: {MarketType: spot}",
            MIXED.formatted(""));
    assertThat(imported.errors())
        .containsExactly(
            "line 11: Resources.Web.Properties.MixedInstancesPolicy.LaunchTemplate.Overrides:"
                + " a launch template that requests Spot cannot be used: m5.large");
  }

  @Test
  @Rule("autoscaling LT6")
  @Rule("autoscaling MX10")
  void weightsOnSomeOverridesOnly_areRefused() {
    Imported imported =
        template(
            "InstanceType: m5.large",
            MIXED.formatted(
                ", Overrides: [{InstanceType: m5.large},"
                    + " {InstanceType: c5.xlarge, WeightedCapacity: '2'}]"));
    assertThat(imported.errors().get(0))
        .endsWith("WeightedCapacity must be given for all instance types or for none");
  }

  @Test
  @Rule("autoscaling MX4")
  void attributesInMixedInstances_stayInOrderOfPrice_underLowestPrice() {
    Imported imported =
        template(
            "InstanceType: m5.large",
            MIXED.formatted(
                ", Overrides: [{InstanceRequirements: {VCpuCount: {Min: 4, Max: 4},"
                    + " MemoryMiB: {Min: 12000}, CpuManufacturers: [intel]}}]"));
    MixedInstancesPolicy mixed = imported.web().fleet().mixed().orElseThrow();
    assertThat(mixed.distribution().onDemandStrategy())
        .isEqualTo(OnDemandAllocationStrategy.LOWEST_PRICE);
    assertThat(mixed.overrides().size()).isGreaterThan(1);
    assertThat(mixed.overrides().get(0).launch().type().name()).isEqualTo("m5.xlarge");
  }

  @Test
  @Rule("cloudformation 8.AutoScalingGroup")
  void mixedInstancesWithoutOverrides_useTheTemplatesType() {
    Imported imported = template("InstanceType: m5.large", MIXED.formatted(""));

    assertThat(imported.web().launchConfiguration().type().name()).isEqualTo("m5.large");
  }

  @Test
  @Rule("cloudformation 8.LaunchTemplate")
  void requirements_chooseTheCheapestThatFits() {
    Imported imported =
        template(
            "InstanceRequirements: {VCpuCount: {Min: 4, Max: 4}, MemoryMiB: {Min: 12000},"
                + " CpuManufacturers: [intel]}",
            BY_ID);

    assertThat(imported.errors()).isEmpty();
    // m5.xlarge and m6i.xlarge cost 0.192; the first of the table wins.
    assertThat(imported.web().launchConfiguration().type().name()).isEqualTo("m5.xlarge");
  }

  @Test
  @Rule("cloudformation 8.LaunchTemplate")
  void burstableTypes_mustBeAskedFor() {
    String burstable =
        "InstanceRequirements: {VCpuCount: {Min: 2, Max: 2}, "
            + "MemoryMiB: {Min: 1024}, BurstablePerformance: required}";

    assertThat(template(burstable, BY_ID).web().launchConfiguration().type().name())
        .isEqualTo("t4g.micro");
  }

  @Test
  @Rule("cloudformation 8.LaunchTemplate")
  void requirementsThatNothingFits_areAnError() {
    Imported imported =
        template("InstanceRequirements: {VCpuCount: {Min: 4000}, MemoryMiB: {Min: 1}}", BY_ID);

    assertThat(imported.errors().get(0)).endsWith("no known instance type fits");
  }

  @Test
  @Rule("cloudformation 8.Subnet")
  void instance_isAPatternForAGroup() {
    Imported imported =
        Imported.of(
            """
            Resources:
              Pattern: {Type: 'AWS::EC2::Instance', Properties: {InstanceType: t3.small}}
              Web:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {MinSize: 1, MaxSize: 1, AvailabilityZones: [us-east-1a],
                  InstanceId: !Ref Pattern}
            """);

    assertThat(imported.errors()).isEmpty();
    assertThat(imported.web().launchConfiguration().type().name()).isEqualTo("t3.small");
  }

  @Test
  @Rule("ec2 CR-3")
  void creditSpecification_setsTheMode() {
    LaunchConfiguration launch =
        template(
                "InstanceType: t3.micro, ImageId: ami-1, CreditSpecification: {CpuCredits:"
                    + " standard}",
                BY_ID)
            .web()
            .launchConfiguration();

    assertThat(launch.traits().creditMode()).hasValue(CreditMode.STANDARD);
    assertThat(launch.traits().imageId()).hasValue("ami-1");
    assertThat(
            template("InstanceType: t3.micro, CreditSpecification: {CpuCredits: free}", BY_ID)
                .errors())
        .containsExactly(
            "line 4: Resources.Launch.Properties.LaunchTemplateData.CreditSpecification.CpuCredits:"
                + " must be one of standard, unlimited, found free");
  }
}
