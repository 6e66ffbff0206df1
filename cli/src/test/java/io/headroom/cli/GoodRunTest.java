package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on input without errors. */
final class GoodRunTest {
  @TempDir Path temporary = Path.of("");
  private InputFolder folder;
  private String scenario = "";

  @BeforeEach
  void writeInput() {
    folder = new InputFolder(temporary);
    scenario = folder.path("scenario.yaml").toString();
  }

  @Test
  void run_printsASummaryAndNothingElse() {
    CommandRun run = CommandRun.of("run", scenario);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).startsWith("small · 20 min");
    assertThat(run.out()).contains("held");
    assertThat(folder.files()).containsExactly("scenario.yaml", "web.yaml");
  }

  @Test
  void json_hasTheKeysOfTheContract() throws IOException {
    CommandRun run = CommandRun.of("run", scenario, "--format", "json");
    assertThat(run.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(ImmutableList.copyOf(json.fieldNames()))
        .containsExactly(
            "scenario",
            "seed",
            "replication",
            "simulatedSeconds",
            "wallSeconds",
            "events",
            "requests",
            "latency",
            "slo",
            "capacity",
            "cost",
            "groups")
        .inOrder();
    assertThat(json.at("/seed").asLong()).isEqualTo(3);
    assertThat(json.at("/simulatedSeconds").asDouble()).isEqualTo(1200.0);
    assertThat(json.at("/requests/arrived").asLong()).isGreaterThan(23_000);
    assertThat(json.at("/requests/arrived").asLong()).isLessThan(25_000);
  }

  @Test
  void groups_areKnownByTheirLogicalIds() throws IOException {
    CommandRun run = CommandRun.of("run", scenario, "--format", "json");
    assertThat(new ObjectMapper().readTree(run.out()).at("/groups/0/name").asText())
        .isEqualTo("Group");
    assertThat(CommandRun.of("run", scenario).out()).contains("Instances  Group: 2 to 2");
  }

  @Test
  void seedAndSettings_changeTheRun() throws IOException {
    CommandRun run =
        CommandRun.of(
            "run",
            scenario,
            "--format",
            "json",
            "--seed",
            "9",
            "--set",
            "duration=10m",
            "--set",
            "Group.MinSize=3");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/seed").asLong()).isEqualTo(9);
    assertThat(json.at("/simulatedSeconds").asDouble()).isEqualTo(600.0);
    assertThat(json.at("/capacity/min").asInt()).isEqualTo(3);
  }

  @Test
  void out_holdsTheResult() throws IOException {
    CommandRun run = CommandRun.of("run", scenario, "--out", folder.path("results").toString());
    assertThat(run.code()).isEqualTo(0);
    assertThat(folder.withoutFolder(run.err())).isEqualTo("results are in results\n");
    assertThat(Files.readString(folder.path("results/result.json"))).contains("\"small\"");
    assertThat(Files.exists(folder.path("results/activities.txt"))).isTrue();
    assertThat(Files.exists(folder.path("results/explain.txt"))).isTrue();
  }

  @Test
  void out_thatIsAFile_isRefusedBeforeTheRun() {
    CommandRun run = CommandRun.of("run", scenario, "--out", scenario);
    assertThat(run.code()).isEqualTo(2);
    assertThat(folder.withoutFolder(run.err()))
        .isEqualTo("--out scenario.yaml: found a file; allowed: a directory\n");
  }

  @Test
  void check_thatHolds_isZero() {
    CommandRun run = CommandRun.of("check", scenario);
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("small: the objective holds\n  holds   p99 at most 500 ms, was ");
  }

  @Test
  void check_thatFails_isOneAndSaysByHowMuch() {
    CommandRun run = CommandRun.of("check", scenario, "--set", "slo.latency.p99=10ms");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("small: the objective does NOT hold;");
    assertThat(run.out()).contains("MISSED  p99 at most 10 ms, was ");
    assertThat(run.out()).containsMatch("over by [0-9.]+ m?s \\([0-9.]+ times the limit\\)");
  }

  @Test
  void check_withoutObjective_isBadInput() {
    folder.scenarioWith("slo:\n  latency: { p99: 500ms }\n  errors: 1%\n", "");
    assertThat(folder.refusal().get(0)).startsWith("scenario.yaml: slo: is missing; allowed:");
  }

  @Test
  void explain_takesTheThreeKindsOfTime() {
    for (String time : new String[] {"2026-01-01T00:05:00Z", "00:05", "5m"}) {
      CommandRun run = CommandRun.of("explain", scenario, "--at", time);
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isEqualTo(0);
      assertThat(run.out()).contains("around 2026-01-01T00:05:00Z");
    }
  }

  @Test
  void explain_withoutTime_isTheWholeRun() {
    CommandRun run = CommandRun.of("explain", scenario);
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("the whole run");
  }

  @Test
  void explain_outsideTheRun_isRefused() {
    CommandRun run = CommandRun.of("explain", scenario, "--at", "2h");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "--at 2h: lies outside the run, from 2026-01-01T00:00:00Z to 2026-01-01T00:20:00Z\n");
  }

  @Test
  void explain_atNoTime_isRefused() {
    CommandRun run = CommandRun.of("explain", scenario, "--at", "noon");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("--at: found 'noon'; allowed: an instant such as");
  }

  @Test
  void resourcesInTheScenario_takeThePlaceOfATemplate() {
    folder.write(
        "scenario.yaml",
        InputFolder.SCENARIO.replace("template: web.yaml\n", InputFolder.TEMPLATE));
    CommandRun run = CommandRun.of("check", scenario);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
  }

  @Test
  void groupWithoutLoadBalancer_takesTrafficItself() {
    folder.templateWith("      LoadBalancerNames: [!Ref Balancer]\n", "");
    CommandRun ambiguous = CommandRun.of("check", scenario);
    assertThat(ambiguous.code()).isEqualTo(2);
    assertThat(ambiguous.err())
        .contains("workloads[0].to: is missing; allowed: one of Balancer, Group");
    CommandRun run = CommandRun.of("check", scenario, "--set", "workloads.0.to=Group");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
  }

  @Test
  void alarmOnAMetricThatNobodyEmits_isAWarning() {
    folder.write(
        "web.yaml",
        InputFolder.TEMPLATE
            + """
              Out:
                Type: AWS::AutoScaling::ScalingPolicy
                Properties:
                  AutoScalingGroupName: !Ref Group
                  AdjustmentType: ChangeInCapacity
                  ScalingAdjustment: 1
              Memory:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  Namespace: System/Linux
                  MetricName: MemoryUtilization
                  Statistic: Average
                  Period: 60
                  EvaluationPeriods: 1
                  ComparisonOperator: GreaterThanThreshold
                  Threshold: 80
                  AlarmActions: [!Ref Out]
            """);
    CommandRun run = CommandRun.of("run", scenario, "--format", "json");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).containsMatch("warning: .*web.yaml:\\d+: .*MemoryUtilization");
    assertThat(run.out()).contains("\"scaleOuts\": 0");
  }

  @Test
  void loadFarAboveCapacity_isBoundedAndSaid() {
    CommandRun run = CommandRun.of("run", scenario, "--set", "workloads.0.poisson.rate=2000/s");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("NOT HELD");
    assertThat(run.out()).containsMatch("(?i)warning");
  }

  @Test
  void year_runs() {
    folder.templateWith("      LoadBalancerNames: [!Ref Balancer]\n", "");
    CommandRun run =
        CommandRun.of(
            "run",
            scenario,
            "--format",
            "json",
            "--set",
            "duration=365d",
            "--set",
            "workloads.0.to=Group",
            "--set",
            "workloads.0.poisson.rate=1/min");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("\"simulatedSeconds\": 31536000");
  }

  @Test
  void bundledExample_runsFromItsResources() throws IOException {
    CommandRun run = CommandRun.of("run", "--format", "json", "--set", "duration=30m");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(0);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/scenario").asText()).isEqualTo("web-tier");
  }
}
