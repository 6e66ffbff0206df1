package io.headroom.autoscaling.replacement;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplacementRulesOfPolicyTest {
  private static final Optional<InstanceMaintenancePolicy> BOTH_WAYS =
      Optional.of(new InstanceMaintenancePolicy(90, 120));

  @Test
  @Rule("autoscaling IM4")
  void orderUnderAPolicy_followsItsTwoPercentages() {
    ReplacementReason refresh = ReplacementReason.INSTANCE_REFRESH;
    assertThat(ReplacementOrder.of(refresh, BOTH_WAYS))
        .isEqualTo(ReplacementOrder.TERMINATE_AND_LAUNCH);
    assertThat(ReplacementOrder.of(refresh, Optional.of(new InstanceMaintenancePolicy(100, 100))))
        .isEqualTo(ReplacementOrder.LAUNCH_FIRST);
    assertThat(ReplacementOrder.of(refresh, Optional.of(new InstanceMaintenancePolicy(50, 100))))
        .isEqualTo(ReplacementOrder.TERMINATE_FIRST);
  }

  @Test
  @Rule("autoscaling IM5")
  @Rule("autoscaling HR3")
  void whatCannotWait_isReplacedTerminateFirst_whateverThePolicySays() {
    Optional<InstanceMaintenancePolicy> launchFirst =
        Optional.of(new InstanceMaintenancePolicy(100, 110));
    for (ReplacementReason reason : ReplacementReason.values()) {
      assertThat(ReplacementOrder.of(reason, launchFirst))
          .isEqualTo(
              reason.isVoluntary()
                  ? ReplacementOrder.LAUNCH_FIRST
                  : ReplacementOrder.TERMINATE_FIRST);
    }
  }

  @Test
  @Rule("autoscaling IM1")
  void bounds_tellHowManyMayComeAndLeave() {
    CapacityBounds bounds = BOTH_WAYS.orElseThrow().bounds(10);
    assertThat(bounds.mayLeave(10)).isEqualTo(1);
    assertThat(bounds.mayLeave(8)).isEqualTo(0);
    assertThat(bounds.mayCome(10)).isEqualTo(2);
    assertThat(bounds.mayCome(13)).isEqualTo(0);
  }

  @Test
  @Rule("autoscaling AZ10")
  void instanceInAZoneThatIsNotEnabled_isAnImbalance_evenAlone() {
    Optional<ZoneImbalance> found =
        ZoneImbalance.find(Map.of("a", 2, "b", 2, "c", 1), List.of("a", "b"), List.of("a", "b"));
    assertThat(found).hasValue(new ZoneImbalance("c", "a", 1, 2));
  }

  @Test
  @Rule("autoscaling AZ16")
  void zoneThatIsNotUsable_isNoPlaceToGo() {
    Optional<ZoneImbalance> found =
        ZoneImbalance.find(Map.of("a", 4), List.of("a"), List.of("a", "b"));
    assertThat(found).isEmpty();
  }

  @Test
  @Rule("autoscaling ML2")
  void lifetime_replacesATenthAtMost_atLeastOne() {
    assertThat(MaximumLifetime.batch(1, 50)).isEqualTo(1);
    assertThat(MaximumLifetime.batch(20, 50)).isEqualTo(5);
    assertThat(MaximumLifetime.batch(20, 4)).isEqualTo(1);
  }

  @Test
  @Rule("autoscaling ML1")
  void lifetimeBelowADay_isRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new MaximumLifetime(Duration.ofHours(23)));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo("MaxInstanceLifetime must be 0 or at least 86400, was 82800");
  }
}
