package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The time from a jump of the load to the scaling action, minute by minute: CPU is 10 % until
 * 12:00:00 and 90 % from there on.
 */
@Rule("cloudwatch 11")
class DecisionTimingTest {
  private static final long NOON = 12 * SimTime.HOUR;
  private static final Metric CPU =
      Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "web");

  private final Simulator simulator = new Simulator();
  private final MetricStore store = new MetricStore();
  private final AlarmSchedule alarms =
      new AlarmSchedule(
          simulator,
          store,
          new RandomStreams(1, 0),
          AlarmSettings.DEFAULT.withPhase(Duration.ZERO));
  private final List<String> actions = new ArrayList<>();

  @Test
  @Rule("cloudwatch 5")
  @Rule("cloudwatch 5.3")
  @Rule("cloudwatch 7.3.6")
  @Rule("cloudwatch 7.8.3")
  void detailedMonitoring_threeOfThreeMinutes_alarmsFourMinutesAfterTheJump() {
    publish(Publication.EC2_DETAILED);
    Alarm alarm = watch(AlarmSpec.when(CPU, Statistic.AVERAGE).isAbove(60).datapoints(3));

    var states = new TreeMap<String, AlarmState>();
    for (int minute = -1; minute <= 5; minute++) {
      long atNanos = NOON + minute * SimTime.MINUTE;
      simulator.runUntil(atNanos + 1, RunMonitor.NONE);
      states.put(SimTime.format(atNanos), alarm.state());
    }

    assertThat(states)
        .containsExactly(
            "11:59:00", AlarmState.OK,
            "12:00:00", AlarmState.OK,
            "12:01:00", AlarmState.OK,
            "12:02:00", AlarmState.OK,
            "12:03:00", AlarmState.OK,
            "12:04:00", AlarmState.ALARM,
            "12:05:00", AlarmState.ALARM);
    simulator.runUntil(NOON + 6 * SimTime.MINUTE + 1, RunMonitor.NONE);
    assertThat(actions)
        .containsExactly("12:04:00 scale-out", "12:05:00 scale-out", "12:06:00 scale-out")
        .inOrder();
    AlarmEvaluation transition = alarm.transitions().get(alarm.transitions().size() - 1);
    assertThat(transition.datapoints())
        .containsExactly(
            new Datapoint(NOON, 90),
            new Datapoint(NOON + SimTime.MINUTE, 90),
            new Datapoint(NOON + 2 * SimTime.MINUTE, 90))
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 5")
  void basicMonitoring_oneOfOne_alarmsSixMinutesAfterTheJump() {
    publish(Publication.EC2_BASIC);
    Alarm alarm =
        watch(AlarmSpec.when(CPU, Statistic.AVERAGE).isAbove(60).period(Duration.ofMinutes(5)));

    simulator.runUntil(NOON + 5 * SimTime.MINUTE + 1, RunMonitor.NONE);
    assertThat(alarm.state()).isEqualTo(AlarmState.OK);
    simulator.runUntil(NOON + 6 * SimTime.MINUTE + 1, RunMonitor.NONE);
    assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
    assertThat(actions).containsExactly("12:06:00 scale-out");
  }

  @Test
  @Rule("cloudwatch 5.2")
  void basicMonitoring_lastFiveMinutes_holdOneDataPointInEveryFifthEvaluationAtMost() {
    publish(Publication.EC2_BASIC);
    Alarm alarm = watch(AlarmSpec.when(CPU, Statistic.AVERAGE).isAbove(60).evaluationRange(6));
    int seen = 0;
    for (int minute = 1; minute <= 60; minute++) {
      simulator.runUntil(NOON + minute * SimTime.MINUTE + 1, RunMonitor.NONE);
      seen += alarm.newest().orElseThrow().newest().isPresent() ? 1 : 0;
    }
    assertThat(seen).isEqualTo(12);
  }

  /** Publishes the mean of each interval when it ends. */
  private void publish(Publication publication) {
    long intervalNanos = publication.interval().toNanos();
    MetricSeries series = store.open(CPU, Unit.PERCENT, publication);
    simulator.repeat(
        intervalNanos,
        intervalNanos,
        Phase.MEASURE,
        "publish CPU",
        () -> {
          long startNanos = simulator.nowNanos() - intervalNanos;
          series.record(startNanos, startNanos < NOON ? 10 : 90);
        });
  }

  private Alarm watch(AlarmSpec.Builder alarm) {
    return alarms.add(
        alarm.named("cpu-high").onAlarm("scale-out").build(),
        (action, evaluation) -> actions.add(SimTime.format(simulator.nowNanos()) + " " + action));
  }
}
