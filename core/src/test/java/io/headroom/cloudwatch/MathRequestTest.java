package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for alarms on metric math, as PutMetricAlarm takes or refuses them. */
class MathRequestTest {
  private static Map<String, Object> metric(String id, int period, boolean returned) {
    Map<String, Object> stat = new HashMap<>();
    stat.put(
        "Metric",
        Map.of(
            "Namespace", "AWS/SQS",
            "MetricName", "ApproximateNumberOfMessagesVisible",
            "Dimensions", List.of(Map.of("Name", "QueueName", "Value", "q"))));
    stat.put("Stat", "Sum");
    stat.put("Period", period);
    return Map.of("Id", id, "MetricStat", stat, "ReturnData", returned);
  }

  private static Map<String, Object> expression(String id, String text) {
    return Map.of("Id", id, "Expression", text, "Label", "what it is");
  }

  private static Map<String, Object> request(List<Map<String, Object>> metrics) {
    Map<String, Object> request = new HashMap<>();
    request.put("AlarmName", "backlog");
    request.put("EvaluationPeriods", 3);
    request.put("ComparisonOperator", "GreaterThanThreshold");
    request.put("Threshold", 100);
    request.put("Metrics", metrics);
    return request;
  }

  private static List<String> problems(Map<String, Object> request) {
    return AlarmRequest.of(request).problems().stream().map(AlarmProblem::toString).toList();
  }

  @Test
  @Rule("cloudwatch 7.6")
  void metrics_becomeMetricMath() {
    AlarmSpec spec =
        AlarmRequest.of(
                request(List.of(metric("m1", 300, false), expression("e1", "m1 / PERIOD(m1)"))))
            .spec();
    MetricStat stat =
        new MetricStat(
            Metric.of("AWS/SQS", "ApproximateNumberOfMessagesVisible").with("QueueName", "q"),
            Statistic.SUM,
            Duration.ofMinutes(5));
    assertThat(spec.input())
        .isEqualTo(
            MetricMath.of(
                MetricDataQuery.metric("m1", stat),
                MetricDataQuery.expression("e1", "m1/PERIOD(m1)").labelled("what it is")));
    assertThat(spec.period()).isEqualTo(Duration.ofMinutes(5));
    assertThat(spec.input().toString())
        .isEqualTo(
            "m1 / PERIOD(m1) where m1 = AWS/SQS ApproximateNumberOfMessagesVisible {QueueName=q}"
                + " Sum");
  }

  @Test
  @Rule("cloudwatch 7.6")
  void aMetricAlone_mayBeWatchedToo() {
    AlarmSpec spec = AlarmRequest.of(request(List.of(metric("m1", 60, true)))).spec();
    assertThat(((MetricMath) spec.input()).results()).hasSize(1);
  }

  @Test
  void expressionWithoutMetrics_bringsItsOwnPeriod() {
    Map<String, Object> clock = Map.of("Id", "e1", "Expression", "TIME_SERIES(5)", "Period", 300);
    assertThat(AlarmRequest.of(request(List.of(clock))).spec().period())
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(problems(request(List.of(expression("e1", "TIME_SERIES(5)")))))
        .containsExactly("Metrics: Period must not be null");
  }

  @ParameterizedTest
  @Rule("cloudwatch 7.6")
  @Rule("cloudwatch 13")
  @CsvSource({
    "m1 +, 'Error in expression ''e1'': Unexpected the end, at character 5'",
    "m1 / m7, 'Error in expression ''e1'': Unknown id ''m7'', at character 6'",
    "AVG(m1), 'the expression ''e1'' must give a single time series (TS), gives S'",
    "METRICS(), 'the expression ''e1'' must give a single time series (TS), gives TS[]'",
    "SEARCH(''), 'Error in expression ''e1'': Function ''SEARCH'' not found, at character 1'",
    "RATE(3),"
        + " 'Error in expression ''e1'': Function ''RATE'' takes TS or TS[] as argument 1, found"
        + " S, at character 6'",
  })
  void badExpression_isRefusedWithThePlace(String expression, String message) {
    assertThat(problems(request(List.of(metric("m1", 60, false), expression("e1", expression)))))
        .containsExactly("Metrics: " + message);
  }

  @Test
  @Rule("cloudwatch 7.6")
  @Rule("cloudwatch 13")
  void exactlyOneEntry_returnsData() {
    assertThat(problems(request(List.of(metric("m1", 60, true), expression("e1", "m1")))))
        .containsExactly("Metrics: Exactly one element of the metrics list should return data.");
    assertThat(problems(request(List.of(metric("m1", 60, false)))))
        .containsExactly("Metrics: Exactly one element of the metrics list should return data.");
  }

  @Test
  @Rule("cloudwatch 7.6")
  @Rule("cloudwatch 12")
  void alarm_hasAtMostTenMetricsAndTenExpressionsOfOnePeriod() {
    List<Map<String, Object>> many = new ArrayList<>();
    IntStream.rangeClosed(1, 11).forEach(i -> many.add(metric("m" + i, 60, false)));
    many.add(expression("e1", "SUM(METRICS())"));
    assertThat(problems(request(many)))
        .containsExactly("Metrics: an alarm has at most 10 metrics, not 11");
    assertThat(
            problems(
                request(
                    List.of(
                        metric("m1", 60, false),
                        metric("m2", 300, false),
                        expression("e1", "m1 + m2")))))
        .containsExactly("Metrics: all metrics of an alarm must have the same period");
  }

  @Test
  @Rule("cloudwatch 13")
  void propertiesOfASingleMetric_areRefusedBesideMetrics() {
    Map<String, Object> request = request(List.of(metric("m1", 60, false), expression("e1", "m1")));
    request.put("Statistic", "Average");
    request.put("Period", 60);
    assertThat(problems(request))
        .containsExactly(
            "Period: Period should not be set if list of Metrics is set.",
            "Statistic: Statistic should not be set if list of Metrics is set.");
  }

  @Test
  @Rule("cloudwatch 7.6")
  void mathAlarm_hasNoEc2Actions() {
    Map<String, Object> request = request(List.of(metric("m1", 60, false), expression("e1", "m1")));
    request.put("AlarmActions", List.of("arn:aws:automate:us-east-1:ec2:stop"));
    assertThat(problems(request)).hasSize(1);
    assertThat(problems(request).get(0)).contains("cannot have EC2 actions");
  }

  private static Map<String, Object> anomaly(String band) {
    Map<String, Object> request = request(List.of(metric("m1", 60, true), expression("ad1", band)));
    request.remove("Threshold");
    request.put("ThresholdMetricId", "ad1");
    request.put("ComparisonOperator", "LessThanLowerOrGreaterThanUpperThreshold");
    return request;
  }

  @Test
  @Rule("cloudwatch 10")
  @Rule("cloudwatch 7.2")
  void thresholdMetricId_namesTheBand() {
    AlarmSpec spec = AlarmRequest.of(anomaly("ANOMALY_DETECTION_BAND(m1, 3)")).spec();
    assertThat(((MetricMath) spec.input()).band()).hasValue("ad1");
    assertThat(spec.comparison()).isEqualTo(Comparison.OUTSIDE_BAND);
  }

  @Test
  @Rule("cloudwatch 10")
  @Rule("cloudwatch 13")
  void anomalyAlarm_isRefusedWithoutABand() {
    assertThat(problems(anomaly("m1 * 2")))
        .containsExactly("ThresholdMetricId: 'ad1' must be an ANOMALY_DETECTION_BAND");
    Map<String, Object> above = anomaly("ANOMALY_DETECTION_BAND(m1)");
    above.put("ComparisonOperator", "GreaterThanThreshold");
    assertThat(problems(above)).hasSize(1);
    Map<String, Object> unknown = anomaly("ANOMALY_DETECTION_BAND(m1)");
    unknown.put("ThresholdMetricId", "ad2");
    assertThat(problems(unknown)).containsExactly("Metrics: there is no entry with the id 'ad2'");
    Map<String, Object> hidden = anomaly("ANOMALY_DETECTION_BAND(m1)");
    hidden.put(
        "Metrics",
        List.of(metric("m1", 60, false), expression("ad1", "ANOMALY_DETECTION_BAND(m1)")));
    assertThat(problems(hidden))
        .containsExactly("Metrics: Exactly two elements of the metrics list should return data.");
  }

  /** Such alarms cannot drive scaling. */
  @Test
  @Rule("cloudwatch 7.8.6")
  @Rule("cloudwatch 10")
  void anomalyAlarm_hasNoScalingActions() {
    Map<String, Object> request = anomaly("ANOMALY_DETECTION_BAND(m1)");
    request.put("AlarmActions", List.of("a-policy"));
    assertThat(problems(request))
        .containsExactly(
            "AlarmActions: an anomaly detection alarm cannot have Auto Scaling actions: a-policy");
  }
}
