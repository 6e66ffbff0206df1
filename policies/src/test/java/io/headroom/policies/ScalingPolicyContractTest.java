package io.headroom.policies;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScalingPolicyProvider;
import io.headroom.autoscaling.Trigger;
import io.headroom.cloudwatch.AlarmSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scaling policy that a template can name promises. */
class ScalingPolicyContractTest {
  static Stream<ScalingPolicyProvider> providers() {
    return ServiceLoader.load(ScalingPolicyProvider.class).stream()
        .map(ServiceLoader.Provider::get);
  }

  private static ScalingPolicy create(ScalingPolicyProvider provider) {
    return provider.create("mine", new MapSettings(Map.of()));
  }

  @Test
  void keys_areUniqueWords() {
    List<String> keys = providers().map(ScalingPolicyProvider::key).toList();

    assertThat(keys).containsAtLeast("fixed", "clairvoyant", "target-tracking");
    assertThat(new TreeSet<>(keys)).hasSize(keys.size());
    keys.forEach(key -> assertThat(key).matches("[a-z][a-z0-9-]*"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void policy_isAValueWithTheNameThatItWasGiven(ScalingPolicyProvider provider) {
    assertThat(create(provider)).isEqualTo(create(provider));
    assertThat(create(provider).hashCode()).isEqualTo(create(provider).hashCode());
    assertThat(create(provider).name()).isEqualTo("mine");
    assertThat(create(provider).toString()).contains("mine");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void triggers_areThereAndRepeatable(ScalingPolicyProvider provider) {
    ScalingPolicy policy = create(provider);

    assertThat(policy.triggers(Snapshot.WEB)).isNotEmpty();
    assertThat(policy.triggers(Snapshot.WEB)).isEqualTo(policy.triggers(Snapshot.WEB));
    assertThat(policy.pacing()).isEqualTo(policy.pacing());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void deciders_doNotShareMemory(ScalingPolicyProvider provider) {
    ScalingPolicy policy = create(provider);
    for (Trigger trigger : policy.triggers(Snapshot.WEB)) {
      Snapshot quiet = snapshot(trigger, 10);
      Snapshot busy = snapshot(trigger, 90);
      var used = policy.newDecider();
      for (int i = 0; i < 20; i++) {
        used.decide(busy);
      }
      ScalingDecision fresh = policy.newDecider().decide(quiet);
      assertWithMessage("first decision of a new decider")
          .that(policy.newDecider().decide(quiet))
          .isEqualTo(fresh);
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void decision_hasAReasonAndIsNeverNegative(ScalingPolicyProvider provider) {
    ScalingPolicy policy = create(provider);
    for (Trigger trigger : policy.triggers(Snapshot.WEB)) {
      for (double metric : List.of(0.0, 0.5, 50.0, 1e12)) {
        ScalingDecision decision = policy.newDecider().decide(snapshot(trigger, metric));
        assertThat(decision.reason()).isNotEmpty();
        assertThat(decision.capacity().orElse(0)).isAtLeast(0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void decisionWithoutData_doesNotFail(ScalingPolicyProvider provider) {
    ScalingPolicy policy = create(provider);
    for (Trigger trigger : policy.triggers(Snapshot.WEB)) {
      assertThat(policy.newDecider().decide(snapshot(trigger))).isNotNull();
    }
  }

  private static Snapshot snapshot(Trigger trigger, double... values) {
    Snapshot atRest = Snapshot.of(4).expecting(values.length == 0 ? 0 : values[0]);
    if (trigger instanceof Trigger.OnAlarm onAlarm) {
      AlarmSpec alarm = onAlarm.alarm();
      return atRest.asked(alarm, values);
    }
    return atRest;
  }

  @Test
  void settings_areRead() {
    Map<String, Object> settings =
        Map.of("capacity", 7, "utilisation", 0.5, "period", Duration.ofSeconds(30));
    List<String> texts =
        providers()
            .filter(provider -> List.of("fixed", "clairvoyant").contains(provider.key()))
            .map(provider -> provider.create("p", new MapSettings(settings)).toString())
            .sorted()
            .toList();

    assertThat(texts)
        .containsExactly(
            "Clairvoyant[name=p, utilisation=0.5, period=PT30S]",
            "FixedCapacity[name=p, capacity=7]")
        .inOrder();
  }

  @Test
  void wrongSettings_areReportedAndNeverThrown() {
    Map<String, Object> wrong =
        Map.of("capacity", -1, "utilisation", 2, "period", Duration.ZERO, "target", 0);
    for (ScalingPolicyProvider provider : providers().toList()) {
      MapSettings settings = new MapSettings(wrong);
      provider.create("p", settings);
      assertWithMessage(provider.key()).that(settings.problems()).isNotEmpty();
    }
  }
}
