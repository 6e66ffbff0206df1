package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checks of vectors about processes of the fleet that are suspended for a while. Each resumes
 * them at the end and sees that the instances are exchanged then.
 */
final class SuspendedReplacements {
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  private SuspendedReplacements() {}

  static boolean knows(String event) {
    return Set.of("refreshRunning", "maxLifetimeReached", "azRebalance").contains(event);
  }

  static void check(
      String event, Set<ScalingProcess> processes, JsonNode given, JsonNode expected) {
    switch (event) {
      case "refreshRunning" -> refresh(processes, expected);
      case "maxLifetimeReached" -> lifetime(processes, expected);
      default -> rebalancing(processes, given, expected);
    }
  }

  private static FleetFixture start(
      AutoScalingGroupSpec.Builder group, TimedOperation... operations) {
    return new FleetFixture(Timings.immediate())
        .start(group.lifecycle(LifecycleSettings.NONE.operations(List.of(operations))));
  }

  private static TimedOperation at(long second, GroupOperation operation) {
    return new TimedOperation(Duration.ofSeconds(second), operation);
  }

  private static void refresh(Set<ScalingProcess> processes, JsonNode expected) {
    FleetFixture run =
        start(
            web(),
            at(50, new GroupOperation.Suspend(processes)),
            at(60, new RefreshOperation.Start(RefreshPreferences.API, Optional.empty())),
            at(5 * HOUR, new GroupOperation.Resume(processes)));
    run.runTo(5 * HOUR - 1);
    assertThat(run.run.autoScaling.refreshes().get(0).status().awsName())
        .isEqualTo(expected.get("status").asText());
    assertThat(run.run.terminations()).hasSize(expected.get("replacements").asInt());
    assertThat(run.runTo(6 * HOUR).run.terminations()).hasSize(2);
  }

  private static void lifetime(Set<ScalingProcess> processes, JsonNode expected) {
    FleetSettings fleet =
        FleetSettings.NONE.maximumLifetime(new MaximumLifetime(Duration.ofDays(1)));
    FleetFixture run =
        start(
            web().fleet(fleet),
            at(50, new GroupOperation.Suspend(processes)),
            at(DAY + HOUR, new GroupOperation.Resume(processes)));
    run.runTo(DAY + HOUR - 1);
    assertThat(!run.run.terminations().isEmpty()).isEqualTo(expected.get("replaced").asBoolean());
    assertThat(run.runTo(DAY + 2 * HOUR).run.terminations()).hasSize(2);
  }

  /** All instances are in one zone, and the other comes back while the process is suspended. */
  private static void rebalancing(
      Set<ScalingProcess> processes, JsonNode given, JsonNode expected) {
    int units = given.get("units").asInt();
    FleetFixture run =
        start(
            web().max(given.get("max").asInt()).desired(units),
            at(HOUR, new GroupOperation.Suspend(processes)),
            at(3 * HOUR, new GroupOperation.Resume(processes)));
    run.run.at(60, () -> run.run.ec2.failZone("b"));
    run.run.at(HOUR + 60, () -> run.run.ec2.restoreZone("b"));
    run.runTo(HOUR);
    assertThat(run.zones()).containsExactly("a", (long) units);
    run.runTo(3 * HOUR - 1);
    int reached = expected.get("unitsMayReach").asInt();
    assertThat(run.serving()).hasSize(reached);
    assertThat(run.run.group().history().inService().maximum()).isEqualTo(reached);
    run.runTo(3 * HOUR + 30);
    boolean stays = expected.get("staysUntilResume").asBoolean();
    assertThat(run.serving().size() < reached).isEqualTo(stays);
    run.runTo(6 * HOUR);
    assertThat(run.zones()).containsExactly("a", units / 2L, "b", units / 2L);
    assertThat(((AutoScalingGroup) run.run.group()).members().in(Kind.TERMINATING)).isEmpty();
  }
}
