package io.headroom.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.GroupResult;
import io.headroom.Simulation;
import io.headroom.benchmarks.LargeGroup.Step;
import org.junit.jupiter.api.Test;

/** The steps that are measured happen as a whole. */
final class LargeGroupTest {
  private static GroupResult run(Step step) {
    return Simulation.run(new LargeGroup(step, 100).scenario()).groups().get(0);
  }

  @Test
  void scaleOut_andScaleIn_moveEveryInstance() {
    assertThat(run(Step.SCALE_OUT).capacity().launches()).isEqualTo(100);
    assertThat(run(Step.SCALE_IN).capacity().terminations()).isEqualTo(100);
  }

  @Test
  void rebalance_takesTenPairs() {
    GroupResult group = run(Step.REBALANCE);
    assertThat(group.capacity().launches()).isEqualTo(10);
    assertThat(group.capacity().terminations()).isEqualTo(30);
  }

  @Test
  void refresh_exchangesEveryInstance() {
    GroupResult group = run(Step.REFRESH);
    assertThat(group.capacity().launches()).isEqualTo(100);
    assertThat(group.capacity().terminations()).isEqualTo(100);
  }
}
