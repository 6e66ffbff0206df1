package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.refresh.Checkpoints;
import io.headroom.autoscaling.refresh.RefreshBatch;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.replacement.CapacityBounds;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.autoscaling.replacement.ReplacementOrder;
import io.headroom.autoscaling.replacement.ReplacementReason;
import io.headroom.autoscaling.replacement.TemporaryMargin;
import io.headroom.autoscaling.replacement.ZoneImbalance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The checks of vectors about replacements: maintenance, lifetime, zones, instance refresh. */
final class ReplacementVectors {
  private static final Map<String, ReplacementReason> REASONS =
      Map.of(
          "healthCheck", ReplacementReason.HEALTH_CHECK,
          "instanceRefresh", ReplacementReason.INSTANCE_REFRESH,
          "maxLifetime", ReplacementReason.MAX_LIFETIME,
          "azRebalance", ReplacementReason.ZONE_REBALANCE,
          "capacityRebalance", ReplacementReason.CAPACITY_REBALANCE,
          "purchaseOptionChange", ReplacementReason.PURCHASE_OPTION_CHANGE,
          "instanceStopped", ReplacementReason.INSTANCE_STOPPED,
          "spotInterruption", ReplacementReason.SPOT_INTERRUPTION,
          "scheduledEvent", ReplacementReason.SCHEDULED_EVENT);

  private ReplacementVectors() {}

  static void maintenanceBounds(JsonNode given, JsonNode expected) {
    assertThat(policy(given).bounds(given.get("desired").asInt()))
        .isEqualTo(
            new CapacityBounds(expected.get("floor").asInt(), expected.get("ceiling").asInt()));
  }

  private static InstanceMaintenancePolicy policy(JsonNode given) {
    return new InstanceMaintenancePolicy(given.get("min").asInt(), given.get("max").asInt());
  }

  /** AWS needs both values or neither; the mapping of a template says so of one alone. */
  static void validateMaintenance(JsonNode given, JsonNode expected) {
    boolean both = !given.get("min").isNull() && !given.get("max").isNull();
    boolean valid =
        both
            && InstanceMaintenancePolicy.problems(
                    given.get("min").asInt(), given.get("max").asInt())
                .isEmpty();
    assertThat(valid).isEqualTo(expected.get("valid").asBoolean());
  }

  static void replacementOrder(JsonNode given, JsonNode expected) {
    Optional<InstanceMaintenancePolicy> policy =
        given.get("maintenancePolicy").isNull()
            ? Optional.empty()
            : Optional.of(policy(given.get("maintenancePolicy")));
    expected
        .properties()
        .forEach(
            entry -> {
              ReplacementReason reason =
                  Optional.ofNullable(REASONS.get(entry.getKey())).orElseThrow();
              ReplacementOrder order =
                  entry.getValue().asText().equals("launchFirst")
                      ? ReplacementOrder.LAUNCH_FIRST
                      : ReplacementOrder.TERMINATE_FIRST;
              assertWithMessage(entry.getKey())
                  .that(ReplacementOrder.of(reason, policy))
                  .isEqualTo(order);
            });
  }

  static void lifetimeBatchLimit(JsonNode given, JsonNode expected) {
    assertThat(MaximumLifetime.batchLimit(given.get("capacity").asInt()))
        .isEqualTo(expected.get("atMost").asInt());
  }

  static void validateMaxLifetime(JsonNode given, JsonNode expected) {
    assertThat(MaximumLifetime.problems(given.get("value").asLong()).isEmpty())
        .isEqualTo(expected.get("valid").asBoolean());
  }

  static void rebalanceMargin(JsonNode given, JsonNode expected) {
    int maximum = given.get("max").asInt();
    assertThat(TemporaryMargin.of(maximum)).isEqualTo(expected.get("margin").asInt());
    assertThat(maximum + TemporaryMargin.of(maximum))
        .isEqualTo(expected.get("temporaryLimit").asInt());
  }

  static void capacityRebalanceMargin(JsonNode given, JsonNode expected) {
    assertThat(TemporaryMargin.of(given.get("desired").asInt()))
        .isEqualTo(expected.get("margin").asInt());
  }

  /** A suspended AZRebalance rebalances nothing; whether it is suspended is the group's to know. */
  static void needsRebalance(JsonNode given, JsonNode expected) {
    Map<String, Integer> counts = new TreeMap<>();
    given.get("counts").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    List<String> enabled = new ArrayList<>();
    given.path("enabled").forEach(zone -> enabled.add(zone.asText()));
    List<String> zones = enabled.isEmpty() ? List.copyOf(counts.keySet()) : enabled;
    boolean suspended = given.path("suspended").toString().contains("AZRebalance");
    Optional<ZoneImbalance> imbalance =
        ZoneImbalance.find(counts, zones, zones).filter(found -> !suspended);
    assertThat(imbalance.isPresent()).isEqualTo(expected.get("rebalance").asBoolean());
    if (expected.has("from")) {
      assertThat(imbalance.orElseThrow().from()).isEqualTo(expected.get("from").asText());
    }
    if (expected.has("to")) {
      assertThat(imbalance.orElseThrow().to()).isEqualTo(expected.get("to").asText());
    }
  }

  static void refreshBatch(JsonNode given, JsonNode expected) {
    assertThat(
            RefreshBatch.size(
                given.get("instances").asInt(), given.get("minHealthyPercentage").asInt()))
        .isEqualTo(expected.get("batch").asInt());
  }

  static void checkpointReports(JsonNode given, JsonNode expected) {
    int instances = given.get("instances").asInt();
    Checkpoints checkpoints = checkpoints(given);
    List<Integer> reports = new ArrayList<>();
    int highest = 0;
    for (int replaced = 1; replaced <= instances; replaced++) {
      OptionalInt reached = checkpoints.reached(replaced, instances, highest);
      if (reached.isPresent()) {
        highest = reached.getAsInt();
        reports.add(highest);
      }
    }
    assertThat(reports).isEqualTo(integers(expected.get("reports")));
  }

  static void checkpointCounts(JsonNode given, JsonNode expected) {
    int instances = given.get("instances").asInt();
    Checkpoints checkpoints = checkpoints(given);
    assertThat(
            checkpoints.percentages().stream()
                .map(each -> Checkpoints.replacedAt(each, instances))
                .toList())
        .isEqualTo(integers(expected.get("replacedAtCheckpoint")));
    if (expected.has("finalPercent")) {
      assertThat(checkpoints.last()).isEqualTo(expected.get("finalPercent").asInt());
    }
  }

  private static Checkpoints checkpoints(JsonNode given) {
    return new Checkpoints(integers(given.path("checkpoints")));
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(each -> integers.add(each.asInt()));
    return integers;
  }

  static void refreshDefaults(JsonNode given, JsonNode expected) {
    RefreshPreferences defaults =
        given.get("caller").asText().equals("api")
            ? RefreshPreferences.API
            : RefreshPreferences.CONSOLE;
    InstanceMaintenancePolicy limits = defaults.limits(Optional.empty());
    Map<String, String> values = new TreeMap<>();
    values.put("MinHealthyPercentage", Integer.toString(limits.minHealthyPercentage()));
    values.put("MaxHealthyPercentage", Integer.toString(limits.maxHealthyPercentage()));
    values.put("CheckpointDelay", Long.toString(defaults.delay().toSeconds()));
    values.put("SkipMatching", Boolean.toString(defaults.skipMatching()));
    values.put("AutoRollback", Boolean.toString(defaults.autoRollback()));
    values.put("ScaleInProtectedInstances", defaults.scaleInProtected().words());
    values.put("StandbyInstances", defaults.standby().words());
    values.put("BakeTime", Long.toString(defaults.bakeTime().toSeconds()));
    expected
        .properties()
        .forEach(e -> assertThat(values).containsEntry(e.getKey(), e.getValue().asText()));
  }

  static void validateRefresh(JsonNode given, JsonNode expected) {
    RefreshPreferences api = RefreshPreferences.API.checkpoints(checkpoints(given));
    RefreshPreferences preferences =
        given.has("checkpointDelay")
            ? api.checkpointDelay(Duration.ofSeconds(given.get("checkpointDelay").asLong()))
            : api;
    assertThat(preferences.problems(Optional.empty()).isEmpty())
        .isEqualTo(expected.get("valid").asBoolean());
  }

  static void resolveRefreshWarmup(JsonNode given, JsonNode expected) {
    RefreshPreferences preferences = RefreshPreferences.API;
    Optional<Duration> own = seconds(given.get("instanceWarmup"));
    if (own.isPresent()) {
      preferences = preferences.warmup(own.get());
    }
    Duration grace = seconds(given.get("healthCheckGracePeriod")).orElseThrow();
    assertThat(preferences.warmup(seconds(given.get("defaultInstanceWarmup")), grace))
        .isEqualTo(Duration.ofSeconds(expected.get("warmup").asLong()));
  }

  private static Optional<Duration> seconds(JsonNode node) {
    return node.isNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(node.asLong()));
  }
}
