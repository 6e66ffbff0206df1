package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.refresh.RefreshStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Large groups cost in proportion to their size, whatever they do. */
class LargeGroupTest {

  /** A mixed group that grows from nothing, is refreshed, loses a zone, and shrinks by half. */
  private static FleetFixture life(int size) {
    RefreshOperation.Start refresh =
        new RefreshOperation.Start(
            RefreshPreferences.API.healthy(80, 100).warmup(Duration.ofMinutes(1)),
            Optional.empty());
    ScriptedPolicy sizes =
        ScriptedPolicy.of("sizes", Pacing.IMMEDIATE).at(60, size).at(4_000, size / 2);
    FleetFixture run = new FleetFixture(Timings.deterministic());
    run.start(
        web()
            .max(size)
            .desired(0)
            .policies(List.of(sizes))
            .fleet(
                FleetFixture.buying(
                    InstancesDistribution.DEFAULT.onDemand(10, 50), "c5.large", "m5.large"))
            .lifecycle(
                LifecycleSettings.NONE.operations(
                    List.of(new TimedOperation(Duration.ofSeconds(1_000), refresh)))));
    run.run.at(2_500, () -> run.run.ec2.failZone("b"));
    run.run.at(3_500, () -> run.run.ec2.restoreZone("b"));
    return run.runTo(5_000);
  }

  @Test
  void events_growNoFasterThanTheGroup() {
    FleetFixture small = life(500);
    FleetFixture large = life(2_000);
    assertThat(small.run.autoScaling.refreshes().get(0).status())
        .isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(large.run.autoScaling.refreshes().get(0).status())
        .isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(large.serving().size()).isEqualTo(1_000);
    double growth = large.run.simulator.events() / (double) small.run.simulator.events();
    assertThat(growth).isLessThan(4.4);
  }
}
