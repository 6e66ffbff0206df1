package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.cloudwatch.AlarmState.ALARM;
import static io.headroom.cloudwatch.AlarmState.INSUFFICIENT_DATA;
import static io.headroom.cloudwatch.AlarmState.OK;
import static io.headroom.sim.SimTime.DAY;
import static io.headroom.sim.SimTime.MINUTE;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alarms on expressions and on anomaly detection bands. */
class MathAlarmTest {
  private static final Metric QUEUE =
      Metric.of("AWS/SQS", "ApproximateNumberOfMessagesVisible").with("QueueName", "q");
  private static final Metric GROUP =
      Metric.of("AWS/AutoScaling", "GroupInServiceInstances").with("AutoScalingGroupName", "g");
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);

  private final MetricStore store = new MetricStore();
  private final MetricSeries queue = store.open(QUEUE, Unit.COUNT, AT_ONCE);
  private final MetricSeries group = store.open(GROUP, Unit.NONE, AT_ONCE);

  private static MetricMath backlog(String expression) {
    return MetricMath.of(
        MetricDataQuery.metric("m1", stat(QUEUE, Statistic.SUM)),
        MetricDataQuery.metric("m2", stat(GROUP, Statistic.AVERAGE)),
        MetricDataQuery.expression("e1", expression));
  }

  private static MetricStat stat(Metric metric, Statistic statistic) {
    return new MetricStat(metric, statistic, Duration.ofMinutes(1));
  }

  private Alarm alarm(AlarmSpec.Builder builder) {
    return new Alarm(builder.build(), store, AlarmSettings.DEFAULT);
  }

  private static List<AlarmState> states(Alarm alarm, int fromMinute, int toMinute) {
    List<AlarmState> states = new ArrayList<>();
    for (int minute = fromMinute; minute <= toMinute; minute++) {
      states.add(alarm.evaluate(minute * MINUTE).state());
    }
    return states;
  }

  /** 1,500 messages on 10 instances are 150 each. */
  @Test
  @Rule("cloudwatch 7.6")
  void backlogPerInstance_firesWhenThreeOfThreeQuotientsBreach() {
    int[] messages = {500, 1_500, 1_500, 1_500, 500, 500};
    for (int minute = 0; minute < messages.length; minute++) {
      queue.record(minute * MINUTE, messages[minute]);
      group.record(minute * MINUTE, 10);
    }
    Alarm alarm = alarm(AlarmSpec.when(backlog("m1/m2")).isAtLeast(150).datapoints(3));
    assertThat(states(alarm, 1, 6)).containsExactly(OK, OK, OK, ALARM, OK, OK).inOrder();
    assertThat(alarm.transitions().get(1).datapoints())
        .containsExactly(
            new Datapoint(MINUTE, 150),
            new Datapoint(2 * MINUTE, 150),
            new Datapoint(3 * MINUTE, 150))
        .inOrder();
  }

  /** A bucket for which the expression yields nothing is missing; the rules of 7.4 handle it. */
  @Test
  @Rule("cloudwatch 7.6")
  void divisionByZero_isAMissingDataPoint() {
    for (int minute = 0; minute < 12; minute++) {
      queue.record(minute * MINUTE, 100);
      group.record(minute * MINUTE, minute < 2 ? 1 : 0);
    }
    Alarm alarm = alarm(AlarmSpec.when(backlog("m1/m2")).isAtLeast(100));
    // R = 1 + 5: the points of minutes 0 and 1 count until they have left the range.
    assertThat(states(alarm, 1, 8))
        .containsExactly(ALARM, ALARM, ALARM, ALARM, ALARM, ALARM, ALARM, INSUFFICIENT_DATA)
        .inOrder();
  }

  /** The trap: the queue's metric missing makes the quotient 0, which can scale in. */
  @Test
  @Rule("cloudwatch 9.2.1")
  void missingDividend_makesTheQuotientZero() {
    group.record(0, 10);
    Alarm alarm = alarm(AlarmSpec.when(backlog("m1/m2")).isBelow(10));
    assertThat(alarm.evaluate(MINUTE).state()).isEqualTo(ALARM);
    assertThat(alarm.newest().orElseThrow().newest()).hasValue(new Datapoint(0, 0));
  }

  /** With FILL nothing is missing, so the alarm reacts after N periods and not after R. */
  @Test
  @Rule("cloudwatch 9.3")
  void fill_letsTheAlarmReactAfterItsOwnPeriods() {
    queue.record(0, 500);
    Alarm plain = alarm(AlarmSpec.when(stat(QUEUE, Statistic.SUM)).isAbove(100).datapoints(2));
    Alarm filled = alarm(AlarmSpec.when(backlog("FILL(m1, 0)")).isAbove(100).datapoints(1, 2));
    assertThat(states(filled, 1, 4)).containsExactly(ALARM, ALARM, OK, OK).inOrder();
    assertThat(states(plain, 1, 8))
        .containsExactly(OK, ALARM, ALARM, ALARM, ALARM, ALARM, ALARM, INSUFFICIENT_DATA)
        .inOrder();
  }

  /** AVG over a series takes the whole range of R buckets, against which AWS advises. */
  @Test
  @Rule("cloudwatch 9.3")
  void averageOfASeries_isOverTheWholeEvaluationRange() {
    for (int minute = 0; minute < 6; minute++) {
      queue.record(minute * MINUTE, minute == 0 ? 600 : 0);
    }
    Alarm alarm = alarm(AlarmSpec.when(backlog("TIME_SERIES(AVG(m1))")).isAtLeast(100));
    assertThat(states(alarm, 6, 7)).containsExactly(ALARM, OK).inOrder();
  }

  @Test
  @Rule("cloudwatch 10")
  void band_isMeanAndDeviationsOfTheSameMinuteOfEarlierDays() {
    Metric cpu = Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "g");
    MetricSeries series = store.open(cpu, Unit.PERCENT, AT_ONCE);
    double[] days = {40, 60, 50, 95};
    for (int day = 0; day < days.length; day++) {
      series.record(day * DAY, days[day]);
      series.record(day * DAY + MINUTE, 50);
    }
    MetricMath math =
        MetricMath.of(
                MetricDataQuery.metric("m1", stat(cpu, Statistic.AVERAGE)).returned(),
                MetricDataQuery.expression("ad1", "ANOMALY_DETECTION_BAND(m1, 2)"))
            .withBand("ad1");
    Alarm alarm =
        alarm(AlarmSpec.when(math).compares(Comparison.OUTSIDE_BAND, Double.NaN).named("odd"));
    // On the second day there is one earlier value: no band yet.
    assertThat(alarm.evaluate(DAY + MINUTE).state()).isEqualTo(INSUFFICIENT_DATA);
    // On the third day: 50 within 50 ± 2·10. On the fourth: 95 above 50 + 2·8.16.
    assertThat(alarm.evaluate(2 * DAY + MINUTE).state()).isEqualTo(OK);
    AlarmEvaluation odd = alarm.evaluate(3 * DAY + MINUTE);
    assertThat(odd.state()).isEqualTo(ALARM);
    assertThat(odd.reason())
        .isEqualTo(
            "Thresholds Crossed: 1 out of the last 1 datapoints [95.0 (04/01/70 00:00:00)] was"
                + " less than the lower thresholds [33.670068381445475] or greater than the upper"
                + " thresholds [66.32993161855453] (minimum 1 datapoint for OK -> ALARM"
                + " transition).");
    assertThat(odd.isBreachedBy(odd.datapoints().get(0))).isTrue();
  }

  @Test
  @Rule("cloudwatch 10")
  void bandOfAPercentage_staysWithinZeroAndHundred() {
    Metric cpu = Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "g");
    MetricSeries series = store.open(cpu, Unit.PERCENT, AT_ONCE);
    series.record(0, 0);
    series.record(DAY, 100);
    MetricMath math =
        MetricMath.of(
            MetricDataQuery.metric("m1", stat(cpu, Statistic.AVERAGE)),
            MetricDataQuery.expression("band", "ANOMALY_DETECTION_BAND(m1)"));
    List<MathResult> edges =
        new MathQuery(store).run(math, 2 * DAY, 2 * DAY + MINUTE, 2 * DAY + MINUTE);
    assertThat(edges).hasSize(2);
    assertThat(edges.get(0).datapoints()).containsExactly(new Datapoint(2 * DAY, 100));
    assertThat(edges.get(1).datapoints()).containsExactly(new Datapoint(2 * DAY, 0));
  }
}
