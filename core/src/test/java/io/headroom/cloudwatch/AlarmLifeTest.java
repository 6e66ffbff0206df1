package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Warm-up, states set from outside, timestamps and history of alarms in a schedule. */
class AlarmLifeTest {
  private static final long MINUTE = SimTime.MINUTE;
  private static final Metric METRIC = Metric.of("Test", "m");
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:topic";

  private final Simulator simulator = new Simulator();
  private final MetricStore store = new MetricStore();
  private final MetricSeries series =
      store.open(METRIC, Unit.NONE, new Publication(Duration.ZERO, Duration.ZERO));
  private final AlarmSchedule schedule =
      new AlarmSchedule(
          simulator,
          store,
          new RandomStreams(1, 0),
          AlarmSettings.DEFAULT.withPhase(Duration.ZERO));
  private final List<String> actions = new ArrayList<>();

  private static AlarmSpec.Builder spec() {
    return AlarmSpec.when(METRIC, Statistic.AVERAGE)
        .isAtLeast(50)
        .datapoints(2)
        .named("a")
        .onAlarm("policy", TOPIC)
        .onOk(TOPIC);
  }

  private static AlarmWarmUp warmUp(int minutes, AlarmWarmUp.End end) {
    return new AlarmWarmUp(Duration.ofMinutes(minutes), end);
  }

  private Alarm add(AlarmSpec spec) {
    return schedule.add(
        spec,
        (action, evaluation) ->
            actions.add(simulator.nowNanos() / MINUTE + " " + action + " " + evaluation.state()));
  }

  /** One value a minute from a minute on, until another. */
  private void record(int from, int to, double value) {
    for (int minute = from; minute < to; minute++) {
      series.record(minute * MINUTE, value);
    }
  }

  private void runTo(int minute) {
    simulator.runUntil(minute * MINUTE + 1, RunMonitor.NONE);
  }

  @Test
  @Rule("cloudwatch 7.9")
  void warmUp_endsEarlyWithData_andRunsNoActionBefore() {
    Alarm alarm =
        add(
            spec()
                .missingData(MissingData.BREACHING)
                .warmUp(warmUp(30, AlarmWarmUp.End.WITH_DATA))
                .build());
    record(6, 60, 80);
    runTo(7);
    assertThat(alarm.evaluationState()).isEqualTo(EvaluationState.IN_WARM_UP);
    assertThat(alarm.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
    assertThat(actions).isEmpty();
    runTo(8);
    assertThat(alarm.evaluationState()).isEqualTo(EvaluationState.FULL);
    assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
    assertThat(actions).containsExactly("8 policy ALARM", "8 " + TOPIC + " ALARM").inOrder();
  }

  @Test
  @Rule("cloudwatch 7.9")
  void warmUp_mayWaitItsWholeTime_andItsLengthMayChangeMeanwhile() {
    Alarm alarm = add(spec().warmUp(warmUp(10, AlarmWarmUp.End.WITH_TIME)).build());
    record(0, 60, 80);
    runTo(5);
    add(spec().warmUp(warmUp(7, AlarmWarmUp.End.WITH_TIME)).build());
    runTo(6);
    assertThat(alarm.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
    runTo(7);
    assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
    add(spec().warmUp(warmUp(600, AlarmWarmUp.End.WITH_TIME)).build());
    runTo(9);
    assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
    assertThat(alarm.evaluationState()).isEqualTo(EvaluationState.FULL);
  }

  @Test
  @Rule("cloudwatch 7.9")
  @Rule("cloudwatch 7.1")
  void warmUp_lastsFromOneMinuteToTwoDays() {
    assertThrows(IllegalArgumentException.class, () -> warmUp(2_881, AlarmWarmUp.End.WITH_DATA));
    assertThrows(IllegalArgumentException.class, () -> warmUp(0, AlarmWarmUp.End.WITH_DATA));
    AlarmRequest request =
        AlarmRequest.of(
            Map.of(
                "AlarmName", "a",
                "Namespace", "Test",
                "MetricName", "m",
                "Statistic", "Average",
                "Period", 60,
                "EvaluationPeriods", 1,
                "Threshold", 1,
                "ComparisonOperator", "GreaterThanThreshold",
                "WarmUpConfiguration", Map.of("WarmUpPeriodDurationInMinutes", 2_881)));
    assertThat(request.problems().stream().map(AlarmProblem::property).toList())
        .containsExactly("WarmUpConfiguration");
  }

  @Test
  @Rule("cloudwatch 7.7.4")
  void setState_lastsUntilTheNextEvaluation_andScalesOnlyWithReasonData() {
    Alarm alarm = add(spec().build());
    record(0, 60, 10);
    runTo(3);
    assertThat(alarm.state()).isEqualTo(AlarmState.OK);
    actions.clear();

    schedule.setState("a", AlarmState.ALARM, "a drill", Optional.empty());
    assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
    assertThat(alarm.newest().orElseThrow().reason()).isEqualTo("a drill");
    assertThat(alarm.newest().orElseThrow().isForced()).isTrue();
    assertThat(actions).containsExactly("3 " + TOPIC + " ALARM");
    schedule.setState("a", AlarmState.ALARM, "again", Optional.of("{\"version\": \"1.0\"}"));
    assertThat(actions).hasSize(1);

    runTo(4);
    assertThat(alarm.state()).isEqualTo(AlarmState.OK);
    actions.clear();
    schedule.setState("a", AlarmState.ALARM, "a drill", Optional.of("{\"version\": \"1.0\"}"));
    assertThat(actions).containsExactly("4 policy ALARM", "4 " + TOPIC + " ALARM").inOrder();
  }

  @Test
  @Rule("cloudwatch 13")
  @Rule("cloudwatch 12")
  void setState_isRefusedWithTheServicesCodes() {
    add(spec().build());
    assertThat(refusal("b", "why", Optional.empty())).isEqualTo("ResourceNotFound");
    for (String bad : List.of("no", "{\"a\": 1,}", "[1 2]", "\"a", "01", "{a: 1}", "")) {
      assertThat(refusal("a", "why", Optional.of(bad))).isEqualTo("InvalidFormat");
    }
    assertThat(refusal("a", "x".repeat(1_024), Optional.empty())).isEqualTo("ValidationError");
    assertThat(refusal("a", "why", Optional.of(" ".repeat(4_001)))).isEqualTo("ValidationError");
    for (String good : List.of("{}", "[]", " {\"a\": [1, -2.5e3, \"\\u00e9\\n\", null, true]} ")) {
      schedule.setState("a", AlarmState.OK, "why", Optional.of(good));
    }
  }

  @Test
  @Rule("cloudwatch 7.3.5")
  @Rule("cloudwatch 13")
  void zoneOfAWallClockWindow_liesOnFiveMinutes() {
    AlarmSpec.Builder hourly = spec().period(Duration.ofHours(1));
    assertThat(hourly.wallClock(ZoneId.of("+05:45")).problems()).isEmpty();
    assertThat(hourly.wallClock(ZoneId.of("+05:33")).problems().get(0).message())
        .isEqualTo("the offset of a time zone must be a multiple of 5 minutes, was +05:33");
  }

  private String refusal(String name, String reason, Optional<String> data) {
    return assertThrows(
            AlarmException.class, () -> schedule.setState(name, AlarmState.OK, reason, data))
        .code();
  }

  @Test
  @Rule("cloudwatch 7.7.5")
  void timestamps_tellTheLastChangeFromTheLastUpdate() {
    Alarm alarm = add(spec().build());
    assertThat(alarm.updatedNanos().isPresent()).isFalse();
    record(0, 60, 80);
    runTo(2);
    runTo(10);
    assertThat(alarm.transitionedNanos().orElseThrow()).isEqualTo(2 * MINUTE);
    assertThat(alarm.updatedNanos().orElseThrow()).isEqualTo(10 * MINUTE);
  }

  @Test
  @Rule("cloudwatch 7.7.6")
  void history_hasConfigurationsStatesAndActions() {
    Alarm alarm = add(spec().build());
    record(0, 5, 80);
    record(5, 60, 10);
    runTo(8);
    add(spec().describedAs("another text").build());

    assertThat(
            alarm.history().stream()
                .map(item -> item.timeNanos() / MINUTE + " " + item.kind() + " " + item.summary())
                .toList())
        .containsExactly(
            "0 ConfigurationUpdate Alarm \"a\" created",
            "1 StateUpdate Alarm updated from INSUFFICIENT_DATA to OK",
            "1 Action Successfully executed action " + TOPIC,
            "2 StateUpdate Alarm updated from OK to ALARM",
            "2 Action Successfully executed action policy, 4 times",
            "2 Action Successfully executed action " + TOPIC,
            "6 StateUpdate Alarm updated from ALARM to OK",
            "6 Action Successfully executed action " + TOPIC,
            "8 ConfigurationUpdate Alarm \"a\" updated")
        .inOrder();
  }

  /** Nobody answers to the name of the policy; the alarm asks all the same, minute by minute. */
  @Test
  @Rule("cloudwatch 7.8.5")
  void actionWithoutTarget_isRepeatedEachMinute() {
    List<String> asked = new ArrayList<>();
    schedule.add(spec().build(), (action, evaluation) -> asked.add(action));
    record(0, 60, 80);
    runTo(5);
    assertThat(asked)
        .containsExactly(TOPIC, "policy", TOPIC, "policy", "policy", "policy")
        .inOrder();
  }
}
