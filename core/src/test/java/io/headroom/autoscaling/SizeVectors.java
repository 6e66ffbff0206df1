package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/** The checks of vectors about the sizes and the defaults of groups. */
final class SizeVectors {
  private SizeVectors() {}

  static void scheduledAction(JsonNode given, JsonNode expected) {
    check(given.get("group"), given.get("action"), expected);
  }

  /** An update without a desired capacity treats it as a scheduled action does (UP3, UP4). */
  static void updateGroup(JsonNode given, JsonNode expected) {
    check(given.get("group"), given.get("update"), expected);
  }

  private static void check(JsonNode group, JsonNode sizes, JsonNode expected) {
    GroupSizes before =
        new GroupSizes(
            group.get("min").asInt(), group.get("max").asInt(), group.get("desired").asInt());
    ScheduledAction action =
        new ScheduledAction(
            "action",
            notBefore -> Optional.empty(),
            size(sizes, "min"),
            size(sizes, "max"),
            size(sizes, "desired"));
    Optional<GroupSizes> after = before.after(action);

    assertThat(after.isEmpty()).isEqualTo(expected.path("failed").asBoolean());
    assertThat(after.orElse(before))
        .isEqualTo(
            new GroupSizes(
                expected.get("min").asInt(),
                expected.get("max").asInt(),
                expected.get("desired").asInt()));
  }

  private static OptionalInt size(JsonNode sizes, String name) {
    return sizes.has(name) ? OptionalInt.of(sizes.get(name).asInt()) : OptionalInt.empty();
  }

  static void createGroup(JsonNode given, JsonNode expected) {
    AutoScalingGroupSpec.Builder group =
        AutoScalingGroupSpec.builder("g")
            .min(given.get("min").asInt())
            .max(given.get("max").asInt());
    size(given, "desired").ifPresent(group::desired);
    if (expected.has("error")) {
      assertThrows(IllegalArgumentException.class, group::build);
    } else {
      assertThat(group.build().desired()).isEqualTo(expected.get("desired").asInt());
    }
  }

  static void groupDefaults(JsonNode given, JsonNode expected) {
    AutoScalingGroupSpec.Builder builder = AutoScalingGroupSpec.builder("g");
    if (given.get("caller").asText().equals("console")) {
      builder.consoleDefaults();
    }
    AutoScalingGroupSpec group = builder.build();
    assertThat(group.gracePeriod().toSeconds())
        .isEqualTo(expected.get("HealthCheckGracePeriod").asLong());
    if (!expected.has("DefaultCooldown")) {
      return;
    }
    assertThat(group.defaultCooldown().toSeconds())
        .isEqualTo(expected.get("DefaultCooldown").asLong());
    assertThat(group.healthCheck().name()).isEqualTo(expected.get("HealthCheckType").asText());
    assertThat(group.defaultWarmup().isEmpty())
        .isEqualTo(expected.get("DefaultInstanceWarmup").isNull());
    assertThat(group.terminationPolicies().get(0).awsName())
        .isEqualTo(expected.at("/TerminationPolicies/0").asText());
  }
}
