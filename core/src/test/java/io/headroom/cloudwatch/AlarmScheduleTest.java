package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.sim.SimTime.HOUR;
import static io.headroom.sim.SimTime.MINUTE;
import static io.headroom.sim.SimTime.SECOND;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.SimulationFailure;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmScheduleTest {
  private static final Metric METRIC = Metric.of("Test", "m");
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);
  private static final AlarmSettings ON_THE_MINUTE = AlarmSettings.DEFAULT.withPhase(Duration.ZERO);
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:topic";
  private static final String POLICY =
      "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1:"
          + "autoScalingGroupName/g:policyName/p";

  private final Simulator simulator = new Simulator();
  private final MetricStore store = new MetricStore();
  private final MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE.highResolution());
  private final List<String> actions = new ArrayList<>();

  @Test
  @Rule("cloudwatch 7.8.1")
  @Rule("cloudwatch 7.8.2")
  @Rule("cloudwatch 7.8.3")
  @Rule("cloudwatch 7.8.8")
  void scalingActions_repeatEveryMinuteAndOthersDoNot() {
    record(0, 9);
    record(4 * MINUTE, 1);
    schedule(ON_THE_MINUTE).add(alarm().onAlarm(TOPIC, POLICY).onOk("scale-in").build(), this::log);
    runTo(7 * MINUTE);
    assertThat(actions)
        .containsExactly(
            "00:01:00 ALARM " + TOPIC,
            "00:01:00 ALARM " + POLICY,
            "00:02:00 ALARM " + POLICY,
            "00:03:00 ALARM " + POLICY,
            "00:04:00 ALARM " + POLICY,
            "00:05:00 OK scale-in",
            "00:06:00 OK scale-in",
            "00:07:00 OK scale-in")
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 7.8.3")
  void repeat_carriesTheNewestEvaluation() {
    record(0, 7);
    record(MINUTE, 8);
    List<Double> values = new ArrayList<>();
    schedule(ON_THE_MINUTE)
        .add(
            alarm().onAlarm("policy").build(),
            (action, evaluation) -> values.add(evaluation.newest().orElseThrow().value()));
    runTo(2 * MINUTE);
    assertThat(values).containsExactly(7.0, 8.0).inOrder();
  }

  @Test
  @Rule("cloudwatch 16.7")
  void repeats_canBeLimitedToAlarm() {
    record(0, 1);
    var repeats = new ActionRepeats(Set.of(AlarmState.ALARM), Duration.ofMinutes(1));
    schedule(ON_THE_MINUTE.withRepeats(repeats)).add(alarm().onOk("policy").build(), this::log);
    runTo(5 * MINUTE);
    assertThat(actions).containsExactly("00:01:00 OK policy");
  }

  @Test
  @Rule("cloudwatch 7.8.3")
  @Rule("cloudwatch 16.8")
  void tenSecondAlarm_repeatsOncePerMinute() {
    for (int second = 0; second < 180; second += 10) {
      series.record(second * SECOND, 9);
    }
    schedule(ON_THE_MINUTE)
        .add(alarm().period(Duration.ofSeconds(10)).onAlarm("policy").build(), this::log);
    runTo(3 * MINUTE);
    assertThat(actions)
        .containsExactly("00:00:10 ALARM policy", "00:01:10 ALARM policy", "00:02:10 ALARM policy")
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 16.8")
  void multiDayAlarm_isEvaluatedHourlyAndRepeatsEveryMinute() {
    record(0, 9);
    Alarm alarm =
        schedule(ON_THE_MINUTE.withPhase(Duration.ofMinutes(3)))
            .add(
                alarm().period(Duration.ofDays(1)).datapoints(1, 2).onAlarm("policy").build(),
                this::log);
    runTo(HOUR + 2 * MINUTE);
    assertThat(alarm.newest().orElseThrow().timeNanos()).isEqualTo(3 * MINUTE);
    runTo(HOUR + 5 * MINUTE);
    assertThat(alarm.newest().orElseThrow().timeNanos()).isEqualTo(HOUR + 3 * MINUTE);
    assertThat(actions)
        .containsExactly("01:03:00 ALARM policy", "01:04:00 ALARM policy", "01:05:00 ALARM policy")
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 7.8.4")
  void disabledActions_leaveTheStateAndResumeWhenEnabled() {
    record(0, 9);
    AlarmSchedule schedule = schedule(ON_THE_MINUTE);
    AlarmSpec.Builder spec = alarm().onAlarm(TOPIC, "policy");
    Alarm alarm = schedule.add(spec.withoutActions().build(), this::log);
    runTo(3 * MINUTE);
    assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
    assertThat(actions).isEmpty();
    AlarmActions enabled = new AlarmActions(true, alarm.spec().actions().byState());
    assertThat(schedule.add(spec.actions(enabled).build(), this::log)).isSameInstanceAs(alarm);
    runTo(4 * MINUTE);
    assertThat(actions).containsExactly("00:04:00 ALARM policy");
  }

  @Test
  @Rule("cloudwatch 7.3.2")
  @Rule("cloudwatch 7.3.9")
  @Rule("cloudwatch 16.4")
  void phase_isDrawnFromSeedAndNameAndKept() {
    List<Long> seconds = new ArrayList<>();
    for (String name : List.of("a", "b", "a")) {
      Simulator own = new Simulator();
      var schedule = new AlarmSchedule(own, store, new RandomStreams(42, 0), AlarmSettings.DEFAULT);
      Alarm alarm = schedule.add(alarm().named(name).build(), this::log);
      own.runUntil(MINUTE + 1, RunMonitor.NONE);
      long first = alarm.newest().orElseThrow().timeNanos();
      own.runUntil(5 * MINUTE, RunMonitor.NONE);
      assertThat((alarm.newest().orElseThrow().timeNanos() - first) % MINUTE).isEqualTo(0);
      seconds.add(first / SECOND);
    }
    assertThat(seconds.get(2)).isEqualTo(seconds.get(0));
    assertThat(seconds.get(1)).isNotEqualTo(seconds.get(0));
  }

  @Test
  void removedAlarm_isNotEvaluatedAgain() {
    AlarmSchedule schedule = schedule(ON_THE_MINUTE);
    Alarm alarm = schedule.add(alarm().build(), this::log);
    runTo(MINUTE);
    schedule.remove("a");
    runTo(3 * MINUTE);
    assertThat(alarm.newest().orElseThrow().timeNanos()).isEqualTo(MINUTE);
    assertThat(schedule.alarm("a")).isEmpty();
    assertThat(schedule.alarms()).isEmpty();
  }

  @Test
  void listener_mayAddAlarmsWhichAreEvaluatedFromTheNextTickOn() {
    record(0, 9);
    AlarmSchedule schedule = schedule(ON_THE_MINUTE);
    List<Alarm> added = new ArrayList<>();
    schedule.add(
        alarm().onAlarm(TOPIC).build(),
        (action, evaluation) ->
            added.add(schedule.add(alarm().named("second").build(), this::log)));
    runTo(MINUTE);
    assertThat(added.get(0).newest()).isEmpty();
    runTo(2 * MINUTE);
    assertThat(added.get(0).newest().orElseThrow().timeNanos()).isEqualTo(2 * MINUTE);
  }

  @Test
  void failingListener_stopsTheRunNamingTheAlarm() {
    record(0, 9);
    schedule(ON_THE_MINUTE)
        .add(
            alarm().onAlarm("policy").build(),
            (action, evaluation) -> {
              throw new IllegalStateException("no group");
            });
    var failure = assertThrows(SimulationFailure.class, () -> runTo(MINUTE));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo("event 'evaluation of alarms' failed at 00:01:00: alarm 'a': no group");
  }

  private AlarmSchedule schedule(AlarmSettings settings) {
    return new AlarmSchedule(simulator, store, new RandomStreams(1, 0), settings);
  }

  private static AlarmSpec.Builder alarm() {
    return AlarmSpec.when(METRIC, Statistic.AVERAGE).isAbove(5).named("a");
  }

  private void record(long atNanos, double value) {
    series.record(atNanos, value);
  }

  private void log(String action, AlarmEvaluation evaluation) {
    actions.add(
        "%s %s %s".formatted(SimTime.format(simulator.nowNanos()), evaluation.state(), action));
  }

  private void runTo(long nanos) {
    simulator.runUntil(nanos + 1, RunMonitor.NONE);
  }
}
