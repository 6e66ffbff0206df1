package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.FleetSettings.CapacityRebalance;
import io.headroom.autoscaling.FleetSettings.ZoneDistribution;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.Checkpoints;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.termination.TerminationRequest;
import io.headroom.autoscaling.termination.TerminationRequest.CapacityToTerminate;
import io.headroom.ec2.Instance;
import io.headroom.ec2.PurchaseOption;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks of vectors that let a whole group run. */
final class LiveVectors {
  private LiveVectors() {}

  private static FleetFixture start(AutoScalingGroupSpec.Builder group) {
    return new FleetFixture(Timings.immediate()).start(group);
  }

  /** The first launches bring the counts of the vector; then the zone fails. */
  static void balancedOnly(JsonNode given, JsonNode expected) {
    String failing = given.get("failing").get(0).asText();
    int there = given.get("counts").get("a").asInt() + given.get("counts").get("b").asInt();
    ScriptedPolicy grow =
        ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, there + given.get("launch").asInt());
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.start(
        web()
            .desired(there)
            .policies(List.of(grow))
            .lifecycle(LifecycleSettings.NONE.suspended(List.of(ScalingProcess.AZ_REBALANCE)))
            .fleet(FleetSettings.NONE.distribution(ZoneDistribution.BALANCED_ONLY)));
    // Three instances may as well be two in the failing zone; then it is the other that is short.
    String emptier = run.zones().getOrDefault("a", 0L) < 2 ? "a" : "b";
    assertThat(failing).isEqualTo("a");
    run.market.begin(FleetFixture.none("m5.large", emptier, PurchaseOption.ON_DEMAND));
    run.runTo(200);
    assertThat(run.serving()).hasSize(there);
    assertThat(run.run.desired() - run.run.inService())
        .isEqualTo(expected.get("pendingLaunches").asInt());
  }

  static void zoneOutage(JsonNode given, JsonNode expected) {
    FleetFixture run = start(web().max(2).desired(given.get("desired").asInt()));
    long second = 0;
    int index = 0;
    for (JsonNode event : given.get("events")) {
      String[] what = event.asText().split(":", 2);
      long at = second + 100;
      run.run.at(
          at,
          () -> {
            if (what[0].equals("fail")) {
              run.run.ec2.failZone(what[1]);
            } else {
              run.run.ec2.restoreZone(what[1]);
            }
          });
      second += 3_000;
      run.runTo(second);
      JsonNode counts = expected.get("countsAfterEach").get(index++);
      counts
          .properties()
          .forEach(
              zone ->
                  assertThat(run.zones().getOrDefault(zone.getKey(), 0L))
                      .isEqualTo(zone.getValue().asLong()));
    }
    ScalingActivity last = run.run.launches().get(run.run.launches().size() - 1);
    ScalingActivity gone = run.run.terminations().get(run.run.terminations().size() - 1);
    assertThat(gone.startNanos() >= last.endNanos().orElseThrow())
        .isEqualTo(expected.get("launchBeforeTerminateOnRecovery").asBoolean());
  }

  static void capacityToTerminate(JsonNode given, JsonNode expected) {
    List<CapacityToTerminate> parts = new ArrayList<>();
    for (JsonNode part : given.get("list")) {
      parts.add(
          new CapacityToTerminate(
              part.get("az").asText(),
              part.get("capacity").asInt(),
              part.get("market").asText().equals("spot")
                  ? PurchaseOption.SPOT
                  : PurchaseOption.ON_DEMAND));
    }
    assertThat(
            new TerminationRequest("web", TerminationRequest.Cause.SCALE_IN, parts, List.of())
                .total())
        .isEqualTo(expected.get("total").asInt());
  }

  /** One Spot instance in one zone; a second type is the better pool, where there is one. */
  static void capacityRebalance(JsonNode given, JsonNode expected) {
    boolean better = given.path("betterPoolAvailable").asBoolean(true);
    String[] types = better ? new String[] {"c5.large", "m5.large"} : new String[] {"c5.large"};
    FleetSettings fleet =
        FleetFixture.buying(InstancesDistribution.DEFAULT.onDemand(0, 0), types)
            .capacityRebalance(
                given.get("enabled").asBoolean() ? CapacityRebalance.ON : CapacityRebalance.OFF);
    boolean checked = given.has("replacementPassesHealthCheckAt");
    FleetFixture run =
        new FleetFixture(
            checked
                ? GroupFixture.runningAfter(given.get("replacementInService").asInt())
                : Timings.immediate());
    AutoScalingGroupSpec.Builder group = web().zones(List.of("a")).max(1).desired(1).fleet(fleet);
    run.start(checked ? checkedBy(group, given) : group);
    Instance old = run.first();
    long noticeAt = given.path("interruptionNoticeAt").asLong(100_000);
    run.run.at(
        given.path("recommendationAt").asLong(0),
        () -> run.market.callBack(FleetFixture.call("a", Duration.ofSeconds(noticeAt))));
    run.runTo(3_000);
    assertThat(GroupFixture.seconds(run.run.launches().get(0).startNanos()))
        .isEqualTo(expected.get("launchAt").asLong());
    if (expected.has("oldTerminatedAt")) {
      assertThat(GroupFixture.seconds(old.endNanos()))
          .isEqualTo(expected.get("oldTerminatedAt").asLong());
    }
    if (expected.has("terminateOldFrom")) {
      long from = expected.get("terminateOldFrom").asLong();
      long begun = GroupFixture.seconds(run.run.terminations().get(0).startNanos());
      assertThat(begun).isAtLeast(from);
      assertThat(begun).isAtMost(from + 60);
    }
  }

  /** The application answers shortly before the check that it passes. */
  private static AutoScalingGroupSpec.Builder checkedBy(
      AutoScalingGroupSpec.Builder group, JsonNode given) {
    long boot =
        given.get("replacementPassesHealthCheckAt").asLong()
            - given.get("replacementInService").asLong();
    return group
        .targetGroups(List.of("tg"))
        .healthCheck(HealthCheckKind.ELB)
        .gracePeriod(Duration.ofMinutes(5))
        .fleet(
            group
                .build()
                .launches(l -> l.bootTime(Distribution.constant(Duration.ofSeconds(boot))))
                .fleet());
  }

  private static FleetFixture operated(int size, GroupOperation... operations) {
    List<TimedOperation> timed = new ArrayList<>();
    for (GroupOperation each : operations) {
      timed.add(new TimedOperation(Duration.ZERO, each));
    }
    return start(web().max(size).desired(size).lifecycle(LifecycleSettings.NONE.operations(timed)));
  }

  private static RefreshOperation.Start refresh(RefreshPreferences preferences) {
    return new RefreshOperation.Start(preferences, Optional.empty());
  }

  static void refreshTimeline(JsonNode given, JsonNode expected) {
    List<Integer> checkpoints = new ArrayList<>();
    given.get("checkpoints").forEach(each -> checkpoints.add(each.asInt()));
    RefreshPreferences preferences =
        RefreshPreferences.API
            .healthy(given.get("minHealthyPercentage").asInt(), 100)
            .warmup(Duration.ofSeconds(given.get("warmup").asLong()))
            .checkpoints(new Checkpoints(checkpoints))
            .checkpointDelay(Duration.ofSeconds(given.get("checkpointDelay").asLong()));
    FleetFixture run = operated(given.get("instances").asInt(), refresh(preferences));
    run.runTo(expected.get("successfulAt").asLong() + 600);
    InstanceRefresh result = run.run.autoScaling.refreshes().get(0);
    assertThat(GroupFixture.seconds(result.endNanos().orElseThrow()))
        .isEqualTo(expected.get("successfulAt").asLong());
    List<String> replaced = new ArrayList<>();
    expected
        .get("replace")
        .forEach(each -> replaced.add(each.get("at") + " replaces " + each.get("count")));
    assertThat(
            result.steps().stream()
                .filter(step -> step.what().startsWith("replaces"))
                .map(step -> GroupFixture.seconds(step.timeNanos()) + " " + step.what())
                .toList())
        .isEqualTo(replaced);
    expected
        .get("percentCompleteAt")
        .properties()
        .forEach(
            entry ->
                assertThat(
                        result.steps().stream()
                            .filter(
                                step ->
                                    GroupFixture.seconds(step.timeNanos())
                                        == Long.parseLong(entry.getKey()))
                            .map(InstanceRefresh.Step::percentageComplete)
                            .toList())
                    .contains(entry.getValue().asInt()));
  }

  static void startRefresh(JsonNode given, JsonNode expected) {
    assertThat(given.get("activeRefresh").asBoolean()).isTrue();
    FleetFixture run =
        operated(2, refresh(RefreshPreferences.API), refresh(RefreshPreferences.API)).runTo(10);
    assertThat(run.run.autoScaling.operations().get(1).refusals().get(0))
        .startsWith(expected.get("error").asText());
  }

  static void cancelRefresh(JsonNode given, JsonNode expected) {
    assertThat(given.get("activeRefresh").asBoolean()).isFalse();
    FleetFixture run = operated(2, new RefreshOperation.Cancel()).runTo(10);
    assertThat(run.run.autoScaling.operations().get(0).refusals().get(0))
        .startsWith(expected.get("error").asText());
  }

  static void refreshBlocked(JsonNode given, JsonNode expected) {
    FleetFixture run =
        start(
            web()
                .lifecycle(
                    LifecycleSettings.NONE
                        .newInstances(LifecycleSettings.Protection.FROM_SCALE_IN)
                        .operations(
                            List.of(
                                new TimedOperation(
                                    Duration.ZERO, refresh(RefreshPreferences.API))))));
    run.runTo(given.get("blockedSeconds").asLong());
    assertThat(run.run.autoScaling.refreshes().get(0).status().awsName())
        .isEqualTo(expected.get("status").asText());
  }
}
