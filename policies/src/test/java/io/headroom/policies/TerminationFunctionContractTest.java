package io.headroom.policies;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.termination.TerminationFunction;
import io.headroom.autoscaling.termination.TerminationFunctionProvider;
import io.headroom.autoscaling.termination.TerminationRequest;
import io.headroom.autoscaling.termination.TerminationRequest.Candidate;
import io.headroom.autoscaling.termination.TerminationRequest.CapacityToTerminate;
import io.headroom.autoscaling.termination.TerminationRequest.Cause;
import io.headroom.ec2.PurchaseOption;
import io.headroom.policies.termination.IdleInstances;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every function that a scenario file can name for a termination policy promises. */
class TerminationFunctionContractTest {
  private static final TerminationRequest REQUEST =
      new TerminationRequest(
          "web",
          Cause.SCALE_IN,
          List.of(new CapacityToTerminate("a", 1, PurchaseOption.ON_DEMAND)),
          List.of(instance("i-1", 3), instance("i-2", 0), instance("i-3", 1)));

  private static Candidate instance(String id, int inFlight) {
    return new Candidate(
        id, "a", "m5.large", PurchaseOption.ON_DEMAND, Duration.ofHours(1), inFlight);
  }

  static Stream<TerminationFunctionProvider> providers() {
    return ServiceLoader.load(TerminationFunctionProvider.class).stream()
        .map(ServiceLoader.Provider::get);
  }

  private static TerminationFunction create(TerminationFunctionProvider provider) {
    return provider.create(new MapSettings(Map.of()));
  }

  @Test
  void keys_areUniqueWords() {
    List<String> keys = providers().map(TerminationFunctionProvider::key).toList();

    assertThat(keys).contains("idle");
    assertThat(new TreeSet<>(keys)).hasSize(keys.size());
    keys.forEach(key -> assertThat(key).matches("[a-z][a-z0-9-]*"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void function_isAValueThatAnswersEqualRequestsAlike(TerminationFunctionProvider provider) {
    TerminationFunction function = create(provider);

    assertThat(create(provider)).isEqualTo(function);
    assertThat(function.choose(REQUEST)).isEqualTo(create(provider).choose(REQUEST));
  }

  @Test
  @Rule("autoscaling 11.4")
  void idle_namesInstancesWithFewRequests_inTheOrderOfTheRequest() {
    assertThat(new IdleInstances(0).choose(REQUEST)).containsExactly("i-2");
    assertThat(new IdleInstances(1).choose(REQUEST)).containsExactly("i-2", "i-3").inOrder();
  }

  @Test
  void idle_refusesHalfARequest() {
    MapSettings settings = new MapSettings(Map.of("requests", 0.5));

    assertThat(new IdleInstances.Provider().create(settings)).isEqualTo(new IdleInstances(0));
    assertThat(settings.problems()).hasSize(1);
  }
}
