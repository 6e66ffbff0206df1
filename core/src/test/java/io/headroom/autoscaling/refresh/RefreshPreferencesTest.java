package io.headroom.autoscaling.refresh;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshPreferencesTest {

  @Test
  @Rule("autoscaling IR7")
  void checkpoints_ascendFrom1To100() {
    assertThat(
            RefreshPreferences.API
                .checkpoints(new Checkpoints(List.of(20, 20, 0, 101)))
                .problems(Optional.empty()))
        .containsExactly(
            "CheckpointPercentages must ascend, found 20 after 20",
            "CheckpointPercentages must be from 1 to 100, found 0",
            "CheckpointPercentages must be from 1 to 100, found 101");
  }

  @Test
  @Rule("autoscaling IR1")
  void delays_areAtMostTwoDays_andWarmupIsNotNegative() {
    assertThat(
            RefreshPreferences.API
                .bakeTime(Duration.ofSeconds(172_801))
                .warmup(Duration.ofSeconds(-1))
                .problems(Optional.empty()))
        .containsExactly(
            "BakeTime must be from 0 to 172800 seconds, was 172801",
            "InstanceWarmup must not be negative");
  }

  @Test
  @Rule("autoscaling IM7")
  void limits_areThoseOfTheRefresh_elseOfTheGroup_else90And100() {
    Optional<InstanceMaintenancePolicy> ofGroup =
        Optional.of(new InstanceMaintenancePolicy(50, 120));
    assertThat(RefreshPreferences.API.limits(Optional.empty()))
        .isEqualTo(new InstanceMaintenancePolicy(90, 100));
    assertThat(RefreshPreferences.API.limits(ofGroup)).isEqualTo(ofGroup.orElseThrow());
    assertThat(RefreshPreferences.API.healthy(100, 110).limits(ofGroup))
        .isEqualTo(new InstanceMaintenancePolicy(100, 110));
  }

  @Test
  @Rule("autoscaling IR7")
  void goal_isTheNextCheckpoint_thenTheEnd() {
    Checkpoints checkpoints = new Checkpoints(List.of(20, 50));
    assertThat(checkpoints.goal(10, 0)).isEqualTo(2);
    assertThat(checkpoints.goal(10, 20)).isEqualTo(5);
    assertThat(checkpoints.goal(10, 50)).isEqualTo(5);
    assertThat(Checkpoints.NONE.goal(10, 0)).isEqualTo(10);
  }

  @Test
  @Rule("autoscaling IR5")
  void batch_isOneWhenNoneMayBeMissing_andMoreWithRoomAbove() {
    assertThat(RefreshBatch.size(10, new InstanceMaintenancePolicy(100, 100))).isEqualTo(1);
    assertThat(RefreshBatch.size(10, new InstanceMaintenancePolicy(100, 130))).isEqualTo(3);
    assertThat(RefreshBatch.size(10, new InstanceMaintenancePolicy(80, 120))).isEqualTo(4);
  }
}
