package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AlarmSpecTest {
  private static final Metric CPU = Metric.of("AWS/EC2", "CPUUtilization");

  @Test
  @Rule("cloudwatch 7.1")
  void defaults_areThoseOfTheService() {
    AlarmSpec spec = AlarmSpec.when(CPU, Statistic.AVERAGE).isAtLeast(60).build();
    assertThat(spec.period()).isEqualTo(Duration.ofMinutes(1));
    assertThat(spec.datapointsToAlarm()).isEqualTo(1);
    assertThat(spec.missingData()).isEqualTo(MissingData.MISSING);
    assertThat(spec.lowSamples()).isEqualTo(LowSamples.EVALUATE);
    assertThat(spec.actions().enabled()).isTrue();
    assertThat(spec.name()).isEqualTo("AWS/EC2 CPUUtilization Average >= 60.0");
    assertThat(spec.description()).isEmpty();
  }

  @Test
  void text_readsLikeTheBuilder() {
    AlarmSpec spec = cpuHigh().build();
    assertThat(spec.toString())
        .isEqualTo(
            "cpu-high: AWS/EC2 CPUUtilization Average >= 60.0 for 3 of 5 datapoints of 60 s");
  }

  @Test
  void equality_isThatOfAllProperties() {
    AlarmSpec spec = cpuHigh().onAlarm("out").wallClock(ZoneId.of("UTC")).build();
    assertThat(spec.toBuilder().build()).isEqualTo(spec);
    assertThat(spec.toBuilder().build().hashCode()).isEqualTo(spec.hashCode());
    assertThat(spec.toBuilder().onAlarm("in").build()).isNotEqualTo(spec);
    assertThat(spec.toBuilder().unit(Unit.PERCENT).build()).isNotEqualTo(spec);
    assertThat(spec.toBuilder().missingData(MissingData.IGNORE).build()).isNotEqualTo(spec);
  }

  @Test
  @Rule("cloudwatch 13")
  void everyProblem_isListedAtOnce() {
    AlarmSpec.Builder wrong =
        AlarmSpec.when(CPU, Statistic.AVERAGE)
            .compares(Comparison.OUTSIDE_BAND, Double.NaN)
            .period(Duration.ofSeconds(45))
            .datapoints(3, 2)
            .evaluationRange(1)
            .lowSamples(LowSamples.IGNORE)
            .wallClock(ZoneId.of("UTC"))
            .named("")
            .onAlarm("arn:aws:sns");
    var refused = assertThrows(IllegalArgumentException.class, wrong::build);
    assertThat(wrong.problems().stream().map(AlarmProblem::property).toList())
        .containsExactly(
            "AlarmName",
            "Period",
            "DatapointsToAlarm",
            "ComparisonOperator",
            "Threshold",
            "EvaluationRange",
            "EvaluationWindow",
            "EvaluateLowSampleCountPercentile",
            "AlarmActions");
    for (AlarmProblem problem : wrong.problems()) {
      assertThat(refused).hasMessageThat().contains(problem.toString());
    }
  }

  @Test
  @Rule("cloudwatch 12")
  void length_isADayBelowHourlyPeriodsAndAWeekFromThereOn() {
    assertThat(length(300, 288)).isEmpty();
    assertThat(length(300, 289)).containsExactly("EvaluationPeriods");
    assertThat(length(3600, 168)).isEmpty();
    assertThat(length(3600, 169)).containsExactly("EvaluationPeriods");
    assertThat(length(60, Integer.MAX_VALUE)).containsExactly("EvaluationPeriods");
    assertThat(length(60, 0)).containsExactly("EvaluationPeriods", "DatapointsToAlarm");
  }

  @Test
  @Rule("cloudwatch 12")
  void fiveActions_areAllowedAndSixAreNot() {
    assertThat(cpuHigh().onOk("a", "b", "c", "d", "e").problems()).isEmpty();
    assertThat(cpuHigh().onOk("a", "b", "c", "d", "e", "f").problems()).hasSize(1);
    assertThat(cpuHigh().describedAs("x".repeat(1024)).problems()).isEmpty();
    assertThat(cpuHigh().describedAs("x".repeat(1025)).problems()).hasSize(1);
  }

  private static Iterable<String> length(long periodSeconds, int periods) {
    return cpuHigh()
        .period(Duration.ofSeconds(periodSeconds))
        .datapoints(periods)
        .problems()
        .stream()
        .map(AlarmProblem::property)
        .toList();
  }

  private static AlarmSpec.Builder cpuHigh() {
    return AlarmSpec.when(CPU, Statistic.AVERAGE).isAtLeast(60).datapoints(3, 5).named("cpu-high");
  }
}
