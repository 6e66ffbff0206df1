package io.headroom.autoscaling.fleet;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.Money;
import io.headroom.ec2.PurchaseOption;
import io.headroom.testing.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MixedInstancesPolicyTest {
  private static LaunchConfiguration launch(String type) {
    InstanceType made = new InstanceType(type, 2, 4, Optional.empty());
    return LaunchConfiguration.of("lt", Source.LAUNCH_TEMPLATE, made);
  }

  private static InstanceOverride override(int number) {
    return InstanceOverride.of(launch("t" + number + ".large"));
  }

  private static String refusal(List<InstanceOverride> overrides) {
    return String.join("; ", MixedInstancesPolicy.problems(overrides));
  }

  @Test
  @Rule("autoscaling MX8")
  void fortyTypes_areTheMost() {
    List<InstanceOverride> overrides = new ArrayList<>();
    for (int i = 0; i < MixedInstancesPolicy.MOST_TYPES; i++) {
      overrides.add(override(i));
    }
    assertThat(refusal(overrides)).isEmpty();
    overrides.add(override(40));
    assertThat(refusal(overrides)).isEqualTo("at most 40 instance types are allowed, found 41");
  }

  @Test
  @Rule("autoscaling MX8")
  void twentyTemplates_areTheMost() {
    List<InstanceOverride> overrides = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      overrides.add(InstanceOverride.of(launch("t" + i + ".large").named("lt" + i)));
    }
    assertThat(refusal(overrides)).isEqualTo("at most 20 launch templates are allowed, found 21");
  }

  @Test
  @Rule("autoscaling LT5")
  void templateThatRequestsSpot_isRefused() {
    InstanceOverride spot = InstanceOverride.of(launch("t1.large").purchase(PurchaseOption.SPOT));
    assertThat(refusal(List.of(spot)))
        .isEqualTo("a launch template that requests Spot cannot be used: t1.large");
  }

  @Test
  @Rule("autoscaling MX10")
  void weights_areForAllOrForNone_from1To999() {
    InstanceOverride weighted = InstanceOverride.of(launch("t1.large"), 2);
    assertThat(refusal(List.of(weighted, override(2))))
        .isEqualTo("WeightedCapacity must be given for all instance types or for none");
    assertThat(refusal(List.of(InstanceOverride.of(launch("t1.large"), 1_000))))
        .isEqualTo("WeightedCapacity of t1.large must be from 1 to 999, was 1000");
  }

  @Test
  @Rule("autoscaling MX1")
  @Rule("autoscaling MX2")
  void distribution_isChecked_allProblemsAtOnce() {
    InstancesDistribution wrong =
        InstancesDistribution.DEFAULT
            .onDemand(-1, 101)
            .spotPools(21)
            .spotMaximum(Money.usd("0.0009"));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new MixedInstancesPolicy(List.of(override(1)), wrong));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "mixed instances policy: OnDemandBaseCapacity must not be negative, was -1;"
                + " OnDemandPercentageAboveBaseCapacity must be from 0 to 100, was 101;"
                + " SpotInstancePools must be from 1 to 20, was 21;"
                + " SpotMaxPrice must be at least $0.001, was $0.0009");
  }
}
