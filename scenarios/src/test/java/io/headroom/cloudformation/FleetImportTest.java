package io.headroom.cloudformation;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.FleetSettings;
import io.headroom.autoscaling.FleetSettings.CapacityRebalance;
import io.headroom.autoscaling.FleetSettings.ZoneDistribution;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.testing.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a group says about zones, Spot, and the replacement of instances. */
final class FleetImportTest {

  private static Imported with(String more) {
    return Imported.of(Imported.LAUNCH + Imported.group(more));
  }

  @Test
  @Rule("cloudformation 8.AutoScalingGroup")
  void settings_areRead() {
    FleetSettings fleet =
        with(", CapacityRebalance: true, MaxInstanceLifetime: 604800, InstanceMaintenancePolicy:"
                + " {MinHealthyPercentage: 90, MaxHealthyPercentage: 120},"
                + " AvailabilityZoneDistribution: {CapacityDistributionStrategy: balanced-only}")
            .web()
            .fleet();
    assertThat(fleet)
        .isEqualTo(
            FleetSettings.NONE
                .capacityRebalance(CapacityRebalance.ON)
                .maximumLifetime(new MaximumLifetime(Duration.ofDays(7)))
                .maintenance(new InstanceMaintenancePolicy(90, 120))
                .distribution(ZoneDistribution.BALANCED_ONLY));
  }

  @Test
  void absentSettings_areTheDefaults() {
    assertThat(with(", MaxInstanceLifetime: 0").web().fleet()).isEqualTo(FleetSettings.NONE);
    assertThat(
            with(", InstanceMaintenancePolicy: {MinHealthyPercentage: -1, MaxHealthyPercentage:"
                    + " -1}")
                .web()
                .fleet())
        .isEqualTo(FleetSettings.NONE);
  }

  @Test
  @Rule("autoscaling IM1")
  void maintenancePolicy_needsBothPercentages_atMost100Apart() {
    assertThat(with(", InstanceMaintenancePolicy: {MinHealthyPercentage: 90}").errors().get(0))
        .endsWith("both MinHealthyPercentage and MaxHealthyPercentage are needed");
    assertThat(
            with(", InstanceMaintenancePolicy: {MinHealthyPercentage: 0, MaxHealthyPercentage:"
                    + " 101}")
                .errors()
                .get(0))
        .endsWith(
            "MaxHealthyPercentage must be at most 100 above MinHealthyPercentage, was 101 and 0");
  }
}
