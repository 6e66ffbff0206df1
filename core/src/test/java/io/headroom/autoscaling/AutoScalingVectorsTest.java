package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.testing.Rule;
import io.headroom.testing.SharedData;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the vectors of the Auto Scaling specification that are about groups, one test each. */
class AutoScalingVectorsTest {
  /** The vectors about single policies, which the module of the policies runs. */
  private static final Set<String> IN_POLICIES =
      Set.of(
          "roundPercent",
          "adjust",
          "pickStep",
          "validateSteps",
          "validateAdjustment",
          "stepSequence",
          "targetTracking",
          "targetTrackingWarming",
          "targetTrackingAlarms",
          "validateTargetTracking",
          "targetTrackingReaction",
          "cronNext");

  /** The vectors about parts that do not exist yet, by part. */
  private static final Map<String, Set<String>> LATER =
      Map.of(
          "lifecycle hooks and standby",
          Set.of(
              "hook",
              "hookOutcome",
              "twoTerminateHooks",
              "hookFires",
              "validateHook",
              "canTransition",
              "registrationOrder",
              "scaleInOrder",
              "groupMetrics",
              "standbySequence"),
          "warm pools",
          Set.of("warmPoolSize", "warmPoolLaunchHookCount", "warmPoolStates", "warmPoolScaleOut"),
          "mixed instances, weights and Spot",
          Set.of(
              "mixedSplit",
              "mixedDefaults",
              "onDemandOrder",
              "spotPools",
              "pricePerUnit",
              "weightedLaunch",
              "weightedScaleOut",
              "weightedScaleIn",
              "weightedHardLimit",
              "validateWeights",
              "lowestPriceType",
              "capacityToTerminate",
              "capacityRebalance",
              "capacityRebalanceMargin"),
          "instance refresh, maintenance policies and maximum lifetime",
          Set.of(
              "refreshBatch",
              "refreshTimeline",
              "checkpointReports",
              "checkpointCounts",
              "refreshDefaults",
              "startRefresh",
              "cancelRefresh",
              "validateRefresh",
              "refreshBlocked",
              "resolveRefreshWarmup",
              "maintenanceBounds",
              "validateMaintenance",
              "replacementOrder",
              "lifetimeBatchLimit",
              "validateMaxLifetime"),
          "predictive scaling and metric math",
          Set.of(
              "effectiveMax",
              "prelaunch",
              "validatePredictive",
              "predictiveHour",
              "predictiveSequence",
              "forecastPossible",
              "groupAverage",
              "targetTrackingState",
              "backlogPerInstance"),
          "suspended processes, protection and zone rebalancing",
          Set.of(
              "suspended",
              "alarmWhileSuspended",
              "alarmInvocations",
              "protectionHolds",
              "rebalanceMargin",
              "needsRebalance",
              "zoneOutage"),
          "manual operations and the API's refusals",
          Set.of(
              "setDesired",
              "blockedByCooldown",
              "attach",
              "detach",
              "terminateInGroup",
              "scheduleConflict",
              "validateSchedule"));

  private static final Map<String, BiConsumer<JsonNode, JsonNode>> CHECKS =
      Map.ofEntries(
          Map.entry("launchZones", ChoiceVectors::launchZones),
          Map.entry("selectTermination", ChoiceVectors::selectTermination),
          Map.entry("validateTerminationPolicies", ChoiceVectors::terminationPolicies),
          Map.entry("resolvePolicies", ChoiceVectors::resolvePolicies),
          Map.entry("multiTargetTracking", ChoiceVectors::multiTargetTracking),
          Map.entry("mixedPolicyKinds", ChoiceVectors::mixedPolicyKinds),
          Map.entry("scheduledAction", SizeVectors::scheduledAction),
          Map.entry("updateGroup", SizeVectors::updateGroup),
          Map.entry("createGroup", SizeVectors::createGroup),
          Map.entry("groupDefaults", SizeVectors::groupDefaults),
          Map.entry("causeText", ActivityVectors::causeText),
          Map.entry("activityStatus", ActivityVectors::activityStatus),
          Map.entry("activitiesForDecision", ActivityVectors::activitiesForDecision),
          Map.entry("resolveWarmup", PacingVectors::resolveWarmup),
          Map.entry("metricInclusion", PacingVectors::metricInclusion),
          Map.entry("cooldown", PacingVectors::cooldown),
          Map.entry("simplePolicy", PacingVectors::simplePolicy),
          Map.entry("replacementBatch", HealthVectors::replacementBatch),
          Map.entry("replacementMayStart", HealthVectors::replacementMayStart),
          Map.entry("replacementOrderTrace", HealthVectors::replacementOrder),
          Map.entry("markUnhealthy", HealthVectors::markUnhealthy));

  @TestFactory
  @Rule("autoscaling AZ1")
  @Rule("autoscaling AZ5")
  @Rule("autoscaling 11.1")
  @Rule("autoscaling 11.2")
  @Rule("autoscaling TS1")
  @Rule("autoscaling TP1")
  @Rule("autoscaling TP2")
  @Rule("autoscaling TP3")
  @Rule("autoscaling TP5")
  @Rule("autoscaling AZ18")
  @Rule("autoscaling MP1")
  @Rule("autoscaling MP2")
  @Rule("autoscaling 21.3")
  @Rule("autoscaling SC2")
  @Rule("autoscaling SC3")
  @Rule("autoscaling UP3")
  @Rule("autoscaling UP4")
  @Rule("autoscaling 6")
  @Rule("autoscaling AC1")
  @Rule("autoscaling WU1")
  @Rule("autoscaling MT1")
  @Rule("autoscaling CD3")
  @Rule("autoscaling CD5")
  @Rule("autoscaling CD7")
  @Rule("autoscaling HR6")
  @Rule("autoscaling HR7")
  @Rule("autoscaling HC5")
  @Rule("autoscaling HC6")
  @Rule("autoscaling HC8")
  Stream<DynamicTest> vectors() throws IOException {
    JsonNode vectors =
        new ObjectMapper().readTree(SharedData.vectors("autoscaling.json").toFile()).get("vectors");
    assertWithMessage("vectors").that(vectors.size()).isAtLeast(300);
    return StreamSupport.stream(vectors.spliterator(), false)
        .filter(vector -> !IN_POLICIES.contains(vector.at("/given/op").asText()))
        .map(vector -> dynamicTest(vector.get("id").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    String op = vector.at("/given/op").asText();
    LATER.forEach(
        (part, ops) -> Assumptions.assumeFalse(ops.contains(op), "not part of it yet: " + part));
    BiConsumer<JsonNode, JsonNode> check = CHECKS.get(op);
    assertWithMessage("check for op %s", op).that(check).isNotNull();
    if (check != null) {
      check.accept(vector.get("given"), vector.get("expected"));
    }
  }

  /** Skips a vector that needs what a group cannot do yet. */
  static void needs(boolean holds, String what) {
    Assumptions.assumeTrue(holds, "not part of it yet: " + what);
  }
}
