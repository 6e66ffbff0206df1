package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.testing.Rule;
import org.junit.jupiter.api.Test;

final class ImportReportTest {

  private static final String TEMPLATE =
      Imported.LAUNCH
          + Imported.group(", Cooldown: 60, Tags: [{Key: a, Value: b}], HealthCheckType: EBS")
          + """
            Role: {Type: 'AWS::IAM::Role'}
            Other:
              Type: AWS::AutoScaling::AutoScalingGroup
              Properties: {MinSize: 2, MaxSize: 2, LaunchConfigurationName: !Ref Launch,
                AvailabilityZones: [us-east-1b]}
          """;

  @Test
  @Rule("cloudformation MP-6")
  void everyProperty_hasAnEntry() {
    Imported imported = Imported.of(TEMPLATE);

    assertThat(imported.entries(PropertyUse.USED))
        .containsAtLeast(
            "line 4: Launch.InstanceType: m5.large",
            "line 7: Web.MinSize: 1",
            "line 8: Web.Cooldown: 60");
    assertThat(imported.entries(PropertyUse.DEFAULTED))
        .contains("line 2: Launch.InstanceMonitoring: true");
    assertThat(imported.entries(PropertyUse.IGNORED)).containsExactly("line 8: Web.Tags");
    assertThat(imported.entries(PropertyUse.UNSUPPORTED))
        .containsExactly("line 8: Web.HealthCheckType: EBS checks are not simulated");
  }

  @Test
  @Rule("cloudformation MP-6")
  @Rule("cloudformation MP-7")
  void resources_areCountedByType() {
    Imported imported = Imported.of(TEMPLATE);

    assertThat(imported.stack().report().modelled())
        .containsExactly(
            "AWS::AutoScaling::LaunchConfiguration", 1, "AWS::AutoScaling::AutoScalingGroup", 2)
        .inOrder();
    assertThat(imported.stack().report().leftOut()).containsExactly("AWS::IAM::Role", 1);
  }

  @Test
  @Rule("cloudformation MP-5")
  void severalGroups_areAllImported() {
    Imported imported = Imported.of(TEMPLATE);

    assertThat(imported.stack().groups().keySet()).containsExactly("Web", "Other").inOrder();
    assertThat(imported.stack().report().summary())
        .isEqualTo(
            """
            2 Auto Scaling groups
              Web: 1 to 4 x m5.large in us-east-1a, us-east-1b, us-east-1c
              Other: 2 x m5.large in us-east-1b\
            """);
  }

  @Test
  @Rule("cloudformation MP-6")
  void unresolvedValues_saywhy() {
    Imported imported =
        Imported.of(
            "Parameters: {Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}}\n"
                + Imported.LAUNCH
                + Imported.group(", VPCZoneIdentifier: !Ref Subnets"));

    assertThat(imported.entries(PropertyUse.UNRESOLVED))
        .containsExactly(
            "line 9: Web.VPCZoneIdentifier: parameter Subnets has no value and no default");
  }

  @Test
  void text_hasSummaryCountsAndSections() {
    String text = Imported.of(TEMPLATE).stack().report().text();

    assertThat(text)
        .startsWith(
            """
            test.yaml

            2 Auto Scaling groups
              Web: 1 to 4 x m5.large in us-east-1a, us-east-1b, us-east-1c
              Other: 2 x m5.large in us-east-1b

            Resources in the model: 1 AWS::AutoScaling::LaunchConfiguration, \
            2 AWS::AutoScaling::AutoScalingGroup

            Resources left out: 1 AWS::IAM::Role

            Not simulated by this version (1)
              line 8: Web.HealthCheckType: EBS checks are not simulated

            Defaulted (\
            """);
    assertThat(text).containsMatch("line \\d+: Web.LaunchConfigurationName: Launch\n");
    assertThat(text).endsWith("\nIgnored (no influence on a simulation) (1)\n  line 8: Web.Tags\n");
  }

  @Test
  void templateWithoutAGroup_isAnError() {
    Imported imported = Imported.of(Imported.LAUNCH);

    assertThat(imported.stack().hasErrors()).isTrue();
    assertThat(imported.errors())
        .containsExactly("Resources: the template has no Auto Scaling group to simulate");
    assertThat(imported.stack().report().summary())
        .isEqualTo("No Auto Scaling group that can be simulated.");
  }

  @Test
  void brokenTemplate_isReportedOnce() {
    Imported imported = Imported.of("Resources: [");

    assertThat(imported.errors()).hasSize(1);
    assertThat(imported.stack().groups()).isEmpty();
  }

  @Test
  void equalTemplates_giveEqualStacks() {
    TemplateOptions options = TemplateOptions.builder().stackName("prod").build();

    assertThat(Imported.of(TEMPLATE, options)).isEqualTo(Imported.of(TEMPLATE, options));
    assertThat(Imported.of(TEMPLATE, options).web().awsName()).startsWith("prod-Web-");
  }
}
