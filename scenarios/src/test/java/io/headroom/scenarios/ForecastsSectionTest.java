package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.policies.aws.predictive.Foreknowledge;
import io.headroom.policies.aws.predictive.MetricPair;
import io.headroom.policies.aws.predictive.PredictiveScaling;
import io.headroom.testing.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastsSectionTest {

  private static Foreknowledge read(MetricPair pair, YamlText text) {
    Map<String, AutoScalingGroupSpec> groups = new LinkedHashMap<>();
    groups.put(
        "Web",
        AutoScalingGroupSpec.builder("Web")
            .zones(List.of("a"))
            .launchConfiguration(LaunchConfiguration.of("m5.large"))
            .policies(List.of(PredictiveScaling.on(pair).target(50).named("Morning")))
            .build());
    Section root = text.section();
    ForecastsSection.read(root, groups);
    root.finish();
    return ((PredictiveScaling) new ArrayList<>(groups.values()).get(0).policies().get(0))
        .foreknowledge();
  }

  @Test
  @Rule("autoscaling PS11")
  void capacities_areTakenAsTheyAre() {
    YamlText text = new YamlText("forecasts: { Morning: { capacity: [2, 2, 4] } }");

    assertThat(read(MetricPair.CPU_UTILIZATION, text))
        .isEqualTo(Foreknowledge.forecasts(List.of(2, 2, 4)));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void history_isAListOfLoads() {
    YamlText text = new YamlText("forecasts: { Morning: { history: [100, 120.5] } }");

    assertThat(read(MetricPair.CPU_UTILIZATION, text))
        .isEqualTo(Foreknowledge.history(List.of(100.0, 120.5)));
  }

  @Test
  void historyOfTraffic_isConvertedToTheLoadOfThePair() {
    String yaml =
        "forecasts: { Morning: { history: { hours: 2, constant: 10/s,"
            + " requests: { demand: 100ms, requestBytes: 200 } } } }";

    assertThat(read(MetricPair.REQUEST_COUNT, new YamlText(yaml)).hourlyLoad())
        .containsExactly(600.0, 600.0);
    assertThat(read(MetricPair.CPU_UTILIZATION, new YamlText(yaml)).hourlyLoad())
        .containsExactly(50.0, 50.0);
    assertThat(read(MetricPair.NETWORK_IN, new YamlText(yaml)).hourlyLoad())
        .containsExactly(120_000.0, 120_000.0);
  }

  @Test
  void unknownPolicy_isAProblem() {
    YamlText text = new YamlText("forecasts: { Evening: { capacity: [2] } }");
    read(MetricPair.CPU_UTILIZATION, text);

    assertThat(text.problems()).hasSize(1);
    assertThat(text.problems().get(0).toString())
        .contains("Evening: is no predictive scaling policy; allowed: Morning");
  }
}
