package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.Snapshot;
import java.time.Duration;
import java.util.List;

/** The checks of vectors about target tracking. */
final class TrackingVectors {
  private static final TrackedMetric CPU = PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION;

  private TrackingVectors() {}

  static void decision(JsonNode given, JsonNode expected) {
    int capacity = given.get("capacity").asInt();
    GroupCapacity atRest = capacity(given, capacity, capacity);
    TargetTracking policy = TargetTracking.on(CPU).target(given.get("target").asDouble());
    boolean high = given.get("alarm").asText().equals("high");
    if (given.path("disableScaleIn").asBoolean()) {
      policy = policy.withoutScaleIn();
      assertThat(policy.triggers(Snapshot.WEB)).hasSize(1);
      return;
    }
    if (given.has("warmingInstances")) {
      // The decision is the same; what holds it back is the pacing, which the group applies.
      assertThat(policy.pacing()).isInstanceOf(Pacing.Warmup.class);
      return;
    }
    AlarmSpec alarm = high ? policy.highAlarm(Snapshot.WEB) : policy.lowAlarm(Snapshot.WEB);

    assertThat(desired(policy, alarm, atRest, given)).isEqualTo(expected.get("desired").asInt());
  }

  static void warming(JsonNode given, JsonNode expected) {
    GroupCapacity warming =
        capacity(given, given.get("desired").asInt(), given.get("warmCapacity").asInt());
    TargetTracking policy = TargetTracking.on(CPU).target(given.get("target").asDouble());

    assertThat(desired(policy, policy.highAlarm(Snapshot.WEB), warming, given))
        .isEqualTo(expected.get("desired").asInt());
  }

  private static GroupCapacity capacity(JsonNode given, int desired, int warm) {
    return new GroupCapacity(
        given.get("min").asInt(), given.get("max").asInt(), desired, desired, warm, 0, 0);
  }

  private static int desired(
      TargetTracking policy, AlarmSpec alarm, GroupCapacity capacity, JsonNode given) {
    Snapshot snapshot =
        Snapshot.of(1).capacity(capacity).asked(alarm, given.get("metric").asDouble());
    ScalingDecision decision = policy.newDecider().decide(snapshot);
    return StepSequence.applied(decision, capacity);
  }

  static void alarms(JsonNode given, JsonNode expected) {
    GroupIdentity group =
        new GroupIdentity(
            given.get("group").asText(),
            Duration.ofSeconds(given.get("period").asLong()),
            List.of());
    TargetTracking policy = TargetTracking.on(CPU).target(given.get("target").asDouble());
    if (given.has("lowFactor")) {
      policy = policy.lowShare(given.get("lowFactor").asDouble());
    }
    check(policy.lowAlarm(group), expected.get("low"));
    if (expected.has("high")) {
      check(policy.highAlarm(group), expected.get("high"));
    }
  }

  private static void check(AlarmSpec alarm, JsonNode expected) {
    assertThat(alarm.threshold()).isEqualTo(expected.get("threshold").asDouble());
    assertThat(alarm.evaluationPeriods()).isEqualTo(expected.get("evaluationPeriods").asInt());
    assertThat(alarm.datapointsToAlarm()).isEqualTo(expected.get("evaluationPeriods").asInt());
    assertThat(alarm.comparison().toString())
        .isEqualTo(expected.path("comparison").asText(alarm.comparison().toString()));
    assertThat(alarm.name()).startsWith(expected.path("namePrefix").asText());
    assertThat(alarm.period().toSeconds()).isEqualTo(expected.path("period").asLong(60));
  }

  /** The label may be left out if the group has a target group to track; here it has none. */
  static void validation(JsonNode given, JsonNode expected) {
    if (given.has("customPeriod")) {
      Duration period = Duration.ofSeconds(given.get("customPeriod").asLong());
      Metric metric = Metric.of("Custom", "Backlog");
      PolicyKinds.assertRefused(
          expected, () -> new CustomizedMetric(metric, Statistic.AVERAGE, period));
    } else {
      GroupIdentity bare = new GroupIdentity("g", Duration.ofMinutes(1), List.of());
      PredefinedMetric metric =
          PredefinedMetric.named(given.get("predefined").asText()).orElseThrow();
      PolicyKinds.assertRefused(expected, () -> metric.of(bare));
    }
  }

  static void reaction(JsonNode given, JsonNode expected) {
    Duration period = Duration.ofSeconds(given.get("metricPeriod").asLong());
    GroupIdentity group = new GroupIdentity("g", period, List.of());
    TargetTracking policy = TargetTracking.on(CPU).target(50);

    assertThat(seconds(policy.highAlarm(group)))
        .isEqualTo(expected.get("scaleOutSeconds").asLong());
    assertThat(seconds(policy.lowAlarm(group))).isEqualTo(expected.get("scaleInSeconds").asLong());
  }

  private static long seconds(AlarmSpec alarm) {
    return alarm.period().multipliedBy(alarm.evaluationPeriods()).toSeconds();
  }
}
