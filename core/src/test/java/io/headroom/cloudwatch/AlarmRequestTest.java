package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmRequestTest {
  @Test
  void properties_becomeTheAlarm() {
    Map<String, Object> request = request();
    request.put("AlarmDescription", "too busy");
    request.put("DatapointsToAlarm", 3);
    request.put("Unit", "Percent");
    request.put("TreatMissingData", "breaching");
    request.put("ActionsEnabled", "false");
    request.put("AlarmActions", List.of("out"));
    request.put("Dimensions", List.of(Map.of("Name", "AutoScalingGroupName", "Value", "web")));
    request.put("EvaluationWindow", Map.of("WallClockWindow", Map.of("Timezone", "+05:30")));
    assertThat(AlarmRequest.of(request).spec())
        .isEqualTo(
            AlarmSpec.when(
                    Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "web"),
                    Statistic.AVERAGE)
                .isAbove(60.5)
                .datapoints(3, 5)
                .period(Duration.ofMinutes(1))
                .named("cpu-high")
                .describedAs("too busy")
                .unit(Unit.PERCENT)
                .missingData(MissingData.BREACHING)
                .onAlarm("out")
                .withoutActions()
                .wallClock(ZoneId.of("+05:30"))
                .build());
  }

  @Test
  @Rule("cloudwatch 7.1")
  void datapointsToAlarm_defaultsToEvaluationPeriods() {
    assertThat(AlarmRequest.of(request()).spec().datapointsToAlarm()).isEqualTo(5);
  }

  @ParameterizedTest
  @Rule("cloudwatch 13")
  @CsvSource({
    "Period, 45, ValidationError",
    "Period, soon, ValidationError",
    "EvaluationPeriods, 1.5, ValidationError",
    "DatapointsToAlarm, 6, ValidationError",
    "Threshold, high, ValidationError",
    "ComparisonOperator, above, ValidationError",
    "TreatMissingData, bad, ValidationError",
    "Unit, Furlongs, ValidationError",
    "EvaluateLowSampleCountPercentile, maybe, ValidationError",
    "ActionsEnabled, perhaps, ValidationError",
    "AlarmActions, arn:aws, ValidationError",
    "Statistic, average, ValidationError",
    "Dimensions, web, ValidationError",
  })
  void wrongProperty_isNamedWithItsCode(String property, String value, String code) {
    Map<String, Object> request = request();
    request.put(property, value);
    List<AlarmProblem> problems = AlarmRequest.of(request).problems();
    assertThat(problems.stream().map(AlarmProblem::property).toList()).containsExactly(property);
    assertThat(problems.get(0).code()).isEqualTo(code);
  }

  @Test
  @Rule("cloudwatch 13")
  void unknownExtendedStatistic_hasACodeOfItsOwn() {
    Map<String, Object> request = request();
    request.remove("Statistic");
    request.put("ExtendedStatistic", "p999");
    assertThat(AlarmRequest.of(request).problems())
        .containsExactly(
            new AlarmProblem(
                "InvalidParameterValue",
                "ExtendedStatistic",
                "The value p999 for parameter ExtendedStatistic is not supported."));
  }

  @Test
  @Rule("cloudwatch 13")
  void emptyRequest_lacksEverythingRequired() {
    AlarmRequest empty = AlarmRequest.of(Map.of());
    assertThat(empty.problems().stream().map(AlarmProblem::property).toList())
        .containsExactly(
            "Namespace",
            "MetricName",
            "Statistic",
            "Period",
            "EvaluationPeriods",
            "ComparisonOperator",
            "Threshold");
    var refused = assertThrows(IllegalArgumentException.class, empty::spec);
    assertThat(refused).hasMessageThat().startsWith("alarm 'without a name': Namespace: ");
  }

  private static Map<String, Object> request() {
    return new HashMap<>(
        Map.of(
            "AlarmName", "cpu-high",
            "Namespace", "AWS/EC2",
            "MetricName", "CPUUtilization",
            "Statistic", "Average",
            "Period", "60",
            "EvaluationPeriods", 5,
            "Threshold", "60.5",
            "ComparisonOperator", "GreaterThanThreshold"));
  }
}
