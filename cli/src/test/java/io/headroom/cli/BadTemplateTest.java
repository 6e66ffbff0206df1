package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the template of a scenario is said with the template's own lines. */
final class BadTemplateTest {
  @TempDir Path temporary = Path.of("");
  private InputFolder folder;

  @BeforeEach
  void writeInput() {
    folder = new InputFolder(temporary);
  }

  private String onlyRefusal(String... arguments) {
    List<String> lines = folder.refusal(arguments);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void missingTemplate_isSaid() {
    folder.scenarioWith("template: web.yaml", "template: none.yaml");
    assertThat(onlyRefusal())
        .startsWith("scenario.yaml:2: template: found no such file: none.yaml");
  }

  @Test
  void templateThatIsNoYaml_hasItsLine() {
    folder.write("web.yaml", "Resources: {\n  a: [\n");
    assertThat(onlyRefusal()).startsWith("web.yaml:");
  }

  @Test
  void templateInPlaceOfAScenario_isSentToImport() {
    folder.write("scenario.yaml", "AWSTemplateFormatVersion: 2010-09-09\n" + InputFolder.TEMPLATE);
    assertThat(onlyRefusal())
        .isEqualTo(
            "scenario.yaml: this is a CloudFormation template; make a scenario from it with"
                + " 'headroom import scenario.yaml'");
  }

  @Test
  void templateWithoutAGroup_isSaid() {
    folder.write("web.yaml", "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
    folder.scenarioWith("instances:\n  Group: { boot: 30s }\n", "");
    assertThat(onlyRefusal()).contains("the template has no Auto Scaling group");
    assertThat(onlyRefusal()).startsWith("web.yaml");
  }

  @Test
  void circularReference_isSaid() {
    folder.templateWith("ImageId: ami-0example0000000000", "ImageId: !Ref Group");
    assertThat(folder.refusal().get(0)).startsWith("web.yaml:");
    assertThat(folder.refusal().get(0)).contains("circular");
  }

  @Test
  void unknownReference_namesTheNearest() {
    folder.templateWith(
        "LaunchConfigurationName: !Ref Launch", "LaunchConfigurationName: !Ref Lunch");
    assertThat(folder.refusal().get(0)).startsWith("web.yaml:25: Resources.Group.Properties.");
    assertThat(folder.refusal().get(0)).contains("did you mean Launch?");
  }

  @Test
  void unknownParameter_isAProblemOfTheScenario() {
    folder.scenarioWith("seed: 3", "parameters: { InstanceTyp: m5.large }");
    assertThat(onlyRefusal())
        .isEqualTo(
            "scenario.yaml:4: parameters.InstanceTyp: the template has no such parameter, did you"
                + " mean InstanceType?");
  }

  @Test
  void parameterOutsideAllowedValues_isAProblemOfTheOption() {
    assertThat(onlyRefusal("--set", "parameters.InstanceType=t2.nano"))
        .isEqualTo(
            "--set parameters.InstanceType=t2.nano: parameters.InstanceType: 't2.nano' is not"
                + " allowed; allowed: m5.large, m5.xlarge");
  }

  @Test
  void unknownInstanceType_isSaid() {
    folder.templateWith("InstanceType: !Ref InstanceType", "InstanceType: m5.enormous");
    assertThat(onlyRefusal()).startsWith("web.yaml:");
    assertThat(onlyRefusal()).contains("m5.enormous");
  }

  @Test
  void instanceTypeWithoutPrice_asksForOne() {
    folder.templateWith("InstanceType: !Ref InstanceType", "InstanceType: m99.large");
    assertThat(onlyRefusal())
        .isEqualTo(
            "scenario.yaml:1: prices: has no price for m99.large, which Group launches; allowed:"
                + " USD an hour, such as m99.large: 0.10");
  }

  @Test
  void instanceTypeWithPrice_runs() {
    String scenario =
        folder.templateWith("InstanceType: !Ref InstanceType", "InstanceType: m99.large");
    CommandRun run = CommandRun.of("check", scenario, "--set", "prices.\"m99.large\"=0.12");
    assertThat(run.code()).isEqualTo(0);
  }

  @Test
  void desiredOutsideTheLimits_isSaid() {
    folder.templateWith("MaxSize: \"6\"", "MaxSize: \"6\"\n      DesiredCapacity: \"9\"");
    assertThat(onlyRefusal()).startsWith("web.yaml:");
    assertThat(onlyRefusal())
        .contains("Desired capacity:9 must be between the specified min size:2 and max size:6");
  }

  @Test
  void propertySetOnTheCommandLine_isAProblemOfTheOption() {
    assertThat(onlyRefusal("--set", "Group.MaxSize=1")).startsWith("--set Group.MaxSize=1: ");
  }

  @Test
  void unknownResourceInSetting_namesTheNearest() {
    assertThat(onlyRefusal("--set", "Grup.MaxSize=9"))
        .isEqualTo(
            "--set Grup.MaxSize=9: Grup.MaxSize: is not the path to a value, did you mean Group?");
  }

  @Test
  void overlappingSteps_areSaid() {
    folder.write(
        "web.yaml",
        InputFolder.TEMPLATE
            + """
              Out:
                Type: AWS::AutoScaling::ScalingPolicy
                Properties:
                  AutoScalingGroupName: !Ref Group
                  PolicyType: StepScaling
                  AdjustmentType: ChangeInCapacity
                  StepAdjustments:
                    - MetricIntervalLowerBound: 0
                      MetricIntervalUpperBound: 20
                      ScalingAdjustment: 1
                    - MetricIntervalLowerBound: 10
                      ScalingAdjustment: 2
            """);
    assertThat(onlyRefusal()).startsWith("web.yaml:");
    assertThat(onlyRefusal()).contains("overlap");
  }

  @Test
  void unknownGroup_namesTheNearest() {
    folder.scenarioWith("  Group: { boot: 30s }", "  Grup: { boot: 30s }");
    assertThat(onlyRefusal())
        .isEqualTo("scenario.yaml:9: instances.Grup: unknown key; did you mean Group?");
  }

  @Test
  void unknownDestination_namesThePlaces() {
    folder.scenarioWith("poisson: { rate: 20/s }", "poisson: { rate: 20/s }\n    to: Elsewhere");
    assertThat(onlyRefusal())
        .isEqualTo(
            "scenario.yaml:7: workloads[0].to: found 'Elsewhere'; allowed: Balancer | Group");
  }

  @Test
  void unknownZoneOfAFault_namesTheZones() {
    folder.scenarioWith("seed: 3", "faults: [ { at: 5m, zone: eu-west-1a, for: 1m } ]");
    assertThat(onlyRefusal())
        .isEqualTo(
            "scenario.yaml:4: faults[0].zone: found 'eu-west-1a'; allowed: us-east-1a |"
                + " us-east-1b");
  }

  @Test
  void propertyThatNobodyKnows_isAProblemWhenItWasSet() {
    assertThat(onlyRefusal("--set", "Group.MaxSze=9"))
        .isEqualTo(
            "--set Group.MaxSze=9: Resources.Group.Properties.MaxSze:"
                + " AWS::AutoScaling::AutoScalingGroup has no such property, did you mean"
                + " MaxSize?");
  }

  @Test
  void jsonTemplateInPlaceOfAScenario_isSentToImport() {
    folder.write("scenario.yaml", "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}");
    assertThat(onlyRefusal()).startsWith("scenario.yaml: this is a CloudFormation template;");
  }
}
