package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.fleet.MixedChange;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.UpdateGroup;
import io.headroom.autoscaling.operations.SettingChange;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.ec2.InstanceType;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Updates of groups in the operations of a scenario. */
final class UpdateSectionTest {
  @Test
  @Rule("autoscaling UP1")
  void update_changesWhatItNames() {
    YamlText text =
        new YamlText(
            "max: 12",
            "zones: [us-east-1a, us-east-1c]",
            "launchTemplate: { Version: 3, InstanceType: m5.xlarge }",
            "mixed: { types: [m5.large], OnDemandBaseCapacity: 2, weights: { m5.large: 4 } }",
            "cooldown: 60s",
            "warmup: 2m",
            "terminationPolicies: [OldestInstance, Default]",
            "maintenance: { MinHealthyPercentage: 90, MaxHealthyPercentage: 120 }");

    assertThat(UpdateSection.read(text.section()))
        .isEqualTo(
            new UpdateGroup(
                OptionalInt.empty(),
                OptionalInt.of(12),
                OptionalInt.empty(),
                List.of(
                    new SettingChange.Zones(List.of("us-east-1a", "us-east-1c")),
                    new SettingChange.Launch(
                        new DesiredConfiguration(
                            Optional.of(InstanceType.of("m5.xlarge")), OptionalInt.of(3))),
                    new SettingChange.Mixed(
                        new MixedChange(
                            Optional.of(List.of(InstanceType.of("m5.large"))),
                            OptionalInt.of(2),
                            OptionalInt.empty(),
                            Map.of("m5.large", 4))),
                    new SettingChange.Cooldown(Duration.ofMinutes(1)),
                    new SettingChange.Warmup(Duration.ofMinutes(2)),
                    new SettingChange.TerminationPolicies(List.of("OldestInstance", "Default")),
                    new SettingChange.Maintenance(new InstanceMaintenancePolicy(90, 120)))));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  @Rule("autoscaling AZ17")
  void zonalShift_namesTheZoneAndLastsForATime() {
    assertThat(Operations.read(new YamlText("startZonalShift: us-east-1b", "for: 2h").section()))
        .hasValue(new GroupOperation.StartZonalShift("us-east-1b", Duration.ofHours(2)));
    assertThat(Operations.read(new YamlText("cancelZonalShift: us-east-1b").section()))
        .hasValue(new GroupOperation.CancelZonalShift("us-east-1b"));
    YamlText endless = new YamlText("startZonalShift: us-east-1b");
    assertThat(Operations.read(endless.section())).isEmpty();
    assertThat(endless.problems()).hasSize(1);
  }

  @Test
  void wrongValues_areProblemsOfOneLineEach() {
    YamlText text =
        new YamlText(
            "min: -1",
            "colour: red",
            "launchTemplate: { InstanceType: m5.hugest }",
            "maintenance: { MinHealthyPercentage: 90 }");
    UpdateSection.read(text.section());

    assertThat(text.problems()).hasSize(4);
  }
}
