package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code headroom metrics} and {@code headroom alarms} on the bundled example. */
final class MetricsCommandTest {
  private static CommandRun metrics(String... arguments) {
    return tenMinutes("metrics", arguments);
  }

  private static CommandRun tenMinutes(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--set", "duration=10m"));
    return CommandRun.of(all.toArray(new String[0]));
  }

  @Test
  void metric_isATableOfOneRowAPeriod() {
    CommandRun run = metrics("WebGroup.CPUUtilization", "--period", "300", "--stat", "Maximum");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).matches("time \\(UTC\\) +CPUUtilization Maximum Percent");
    assertThat(lines.get(2)).matches("2026-11-27T00:05:00Z +\\d+\\.\\d+");
  }

  @Test
  void formats_areForPrograms() {
    CommandRun csv = metrics("WebLoadBalancer.RequestCount:Sum", "--to", "2m", "--format", "csv");
    assertThat(csv.out())
        .matches(
            """
            timestamp,RequestCount Sum Count
            2026-11-27T00:00:00Z,\\d+
            2026-11-27T00:01:00Z,\\d+
            """);
    CommandRun json = metrics("WebLoadBalancer.RequestCount:Sum", "--to", "2m", "--format", "json");
    assertThat(json.out())
        .matches(
            """
            \\[
              \\{"label": "RequestCount Sum", "unit": "Count", "period": 60, \
            "start": "2026-11-27T00:00:00Z", "values": \\[\\d+, \\d+]}
            ]
            """);
  }

  @Test
  void percentile_goesBackToTheStartOfTheRun() {
    CommandRun run = metrics("TargetResponseTime", "--stat", "p99", "--format", "csv");
    assertThat(run.out().lines().skip(1).filter(line -> line.matches(".*,0\\.\\d+")).count())
        .isEqualTo(10);
  }

  @Test
  void expression_takesInlineAndNamedMetrics() {
    String[] range = {"--from", "3m", "--to", "4m", "--format", "csv"};
    CommandRun inline = metrics("{RequestCount:Sum} / {RequestCount:SampleCount}", with(range));
    CommandRun named =
        metrics(
            "a/b", with(range, "--metric", "a=RequestCount:Sum", "--metric", "b=RequestCount:Sum"));
    assertThat(inline.out()).endsWith("2026-11-27T00:03:00Z,1\n");
    assertThat(named.out()).endsWith("2026-11-27T00:03:00Z,1\n");
  }

  private static CommandRun metrics(String expression, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(expression));
    all.addAll(rest);
    return metrics(all.toArray(new String[0]));
  }

  private static List<String> with(String[] range, String... more) {
    List<String> all = new ArrayList<>(List.of(range));
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void list_namesWhatTheRunPublished() {
    CommandRun run = metrics("--list");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .containsMatch("(?m)^AWS/EC2 CPUUtilization AutoScalingGroupName=\\S+  \\[Percent]$");
    assertThat(run.out()).containsMatch("(?m)^AWS/ApplicationELB RequestCount LoadBalancer=app/");
  }

  @ParameterizedTest
  @CsvSource({
    "{RequestCount:Sum} / (2, 'Expected '')'', found the end, at character 24'",
    "{RequestCount:Sum} + foo, 'Unknown id ''foo'', at character 22'",
    "'FILL({RequestCount}, 0) $', 'Unexpected ''$'', at character 25'",
    "AVG({RequestCount}), 'gives a number; allowed: a time series, or several'",
    "m1 / m2, 'Unknown id ''m1'', at character 1'",
  })
  void badExpression_isOneLineWithThePlace(String expression, String problem) {
    CommandRun run = metrics(expression);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errors()).containsExactly("EXPRESSION '%s': %s".formatted(expression, problem));
  }

  @Test
  void unknownMetric_bringsTheListOfWhatExists() {
    CommandRun run = metrics("WebGroup.Memory");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0)).startsWith("WebGroup.Memory: nothing published it; allowed:");
    assertThat(run.errors().get(0)).contains("CPUUtilization");
    CommandRun near = metrics("AWS/EC2 CPUUtilization AutoScalingGroupName=api");
    assertThat(near.errors().get(0)).contains("allowed: one of AWS/EC2 CPUUtilization;");
  }

  @ParameterizedTest
  @CsvSource({
    "--stat, p999x, --stat: found 'p999x'",
    "--period, 7, --period: found 7",
    "--from, soon, --from: found 'soon'",
    "--from, 10m, --from: lies at or behind the end",
    "--metric, M1=x, --metric: found 'M1=x'",
  })
  void badOption_isRefused(String option, String value, String problem) {
    CommandRun run = metrics("RequestCount", option, value);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0)).startsWith(problem.replace("\"", ""));
  }

  @Test
  void missingExpression_isRefused() {
    assertThat(metrics().errors().get(0)).startsWith("EXPRESSION: is missing; allowed:");
    assertThat(metrics("a", "b", "--list").errors().get(0)).startsWith("--list: found");
  }

  @Test
  void alarms_tellDataPointsAndActions() {
    CommandRun run = tenMinutes("alarms", "--alarm", "AlarmHigh");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("web-tier · 1 alarm · times are UTC");
    assertThat(run.out()).contains("OK → ALARM");
    assertThat(run.out()).containsMatch("saw +\\d+\\.\\d+ at 00:0\\d:00 \\(breaching\\)");
    assertThat(run.out()).containsMatch("ran +auto-scaling, \\d times until 00:0\\d");
    assertThat(run.out()).containsMatch("so +policy CpuTargetTracking of WebGroup: from 6 to 8");
  }

  @Test
  void alarms_refuseANameThatNoneHas() {
    CommandRun run = tenMinutes("alarms", "--alarm", "Nothing");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0)).startsWith("--alarm: found 'Nothing'; allowed: a part of");
  }
}
