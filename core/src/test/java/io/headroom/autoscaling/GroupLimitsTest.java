package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a group may have at most, and what does not go together. */
class GroupLimitsTest {
  private static String refusal(AutoScalingGroupSpec.Builder group) {
    return assertThrows(AutoScalingException.class, group::build).refusals().get(0).text();
  }

  private static AutoScalingGroupSpec.Builder hooked(int hooks) {
    return web()
        .lifecycle(
            LifecycleSettings.NONE.hooks(
                IntStream.range(0, hooks)
                    .mapToObj(i -> LifecycleHook.of("hook-" + i, HookTransition.LAUNCHING))
                    .toList()));
  }

  private static AutoScalingGroupSpec.Builder scheduled(int actions) {
    return web()
        .scheduledActions(
            IntStream.range(0, actions)
                .mapToObj(
                    i ->
                        new ScheduledAction(
                            "action-" + i,
                            notBefore -> Optional.empty(),
                            OptionalInt.of(1),
                            OptionalInt.empty(),
                            OptionalInt.empty()))
                .toList());
  }

  @Test
  @Rule("autoscaling HK18")
  @Rule("autoscaling 31")
  void hooks_areAtMost50() {
    assertThat(hooked(50).build().lifecycle().hooks()).hasSize(50);
    assertThat(refusal(hooked(51)))
        .isEqualTo("LimitExceeded: at most 50 lifecycle hooks per group, found 51");
  }

  @Test
  @Rule("autoscaling SC13")
  @Rule("autoscaling 31")
  void scheduledActions_areAtMost125() {
    assertThat(scheduled(125).build().scheduledActions()).hasSize(125);
    assertThat(refusal(scheduled(126)))
        .isEqualTo("LimitExceeded: at most 125 scheduled actions per group, found 126");
  }

  @Test
  @Rule("autoscaling WP12")
  void warmPool_goesNeitherWithMixedInstancesNorWithSpot() {
    LifecycleSettings pooled = LifecycleSettings.NONE.warmPool(WarmPoolSpec.of(PoolState.STOPPED));
    AutoScalingGroupSpec.Builder mixed =
        web().fleet(FleetFixture.buying(InstancesDistribution.DEFAULT, "m5.large"));
    AutoScalingGroupSpec.Builder spot =
        web().launchConfiguration(FleetFixture.launch("m5.large").purchase(PurchaseOption.SPOT));

    assertThat(web().lifecycle(pooled).build().lifecycle().warmPool()).isPresent();
    assertThat(refusal(mixed.lifecycle(pooled))).contains("has no warm pool");
    assertThat(refusal(spot.lifecycle(pooled))).contains("has no warm pool");
  }

  private static FleetFixture growing(Timings timings, int to) {
    FleetFixture run = new FleetFixture(timings);
    GroupOperation grow = new GroupOperation.SetDesired(to, Cooldown.IGNORE);
    run.start(
        web()
            .max(100)
            .desired(0)
            .lifecycle(
                LifecycleSettings.NONE.operations(
                    List.of(new TimedOperation(Duration.ofMinutes(1), grow)))));
    return run;
  }

  /** Each request takes its own time to reach EC2, so that requests can be told apart. */
  @Test
  @Rule("autoscaling LF5")
  void request_isForAtMost20Instances() {
    Timings spread =
        Timings.immediate()
            .with(
                timings ->
                    timings.ec2CallDelay(
                        Distribution.uniform(Duration.ofSeconds(1), Duration.ofSeconds(50))));
    FleetFixture run = growing(spread, 45).runTo(300);

    List<Long> starts =
        run.run.launches().stream().map(ScalingActivity::startNanos).sorted().toList();
    assertThat(starts).hasSize(45);
    assertThat(starts.stream().distinct().count()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling LF5")
  @Rule("autoscaling LF7")
  void partialSuccess_isSuccessForThoseThatAreLaunched() {
    FleetFixture run = growing(Timings.immediate(), 8);
    CapacityShortage three =
        new CapacityShortage(Optional.empty(), Optional.of("a"), Optional.empty(), 3);
    run.run.at(30, () -> run.market.begin(three));
    run.run.at(
        30, () -> run.market.begin(FleetFixture.none("m5.large", "b", PurchaseOption.ON_DEMAND)));
    run.run.at(600, () -> run.market.end(three));

    assertThat(run.runTo(590).zones()).containsExactly("a", 3L);
    assertThat(run.run.desired()).isEqualTo(8);
    assertThat(run.runTo(1_600).zones()).containsExactly("a", 8L);
  }
}
