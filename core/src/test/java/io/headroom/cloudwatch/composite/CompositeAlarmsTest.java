package io.headroom.cloudwatch.composite;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.sim.SimTime.MINUTE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.cloudwatch.AlarmActions;
import io.headroom.cloudwatch.AlarmSchedule;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositeAlarmsTest {
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:pager";

  private final Simulator simulator = new Simulator();
  private final MetricStore store = new MetricStore();
  private final AlarmSchedule alarms =
      new AlarmSchedule(
          simulator,
          store,
          new RandomStreams(1, 0),
          AlarmSettings.DEFAULT.withPhase(Duration.ZERO));
  private final CompositeAlarms composites = new CompositeAlarms(simulator, alarms);

  /** Adds an alarm that is in ALARM at the end of each minute marked X. */
  private void child(String name, String minutes) {
    Metric metric = Metric.of("Test", name);
    var series = store.open(metric, Unit.NONE, AT_ONCE);
    for (int minute = 0; minute < minutes.length(); minute++) {
      series.record(minute * MINUTE, minutes.charAt(minute) == 'X' ? 1 : 0);
    }
    alarms.add(
        AlarmSpec.when(metric, Statistic.MAXIMUM).isAbove(0).named(name).build(),
        (action, evaluation) -> {});
  }

  private static CompositeAlarmSpec paging(String name, String rule) {
    return CompositeAlarmSpec.of(name, rule)
        .withActions(
            AlarmActions.NONE
                .with(AlarmState.ALARM, List.of(TOPIC))
                .with(AlarmState.OK, List.of(TOPIC)));
  }

  /** Runs up to a minute, and a second beyond. */
  private void runTo(int minute) {
    simulator.runUntil(minute * MINUTE + SimTime.SECOND, RunMonitor.NONE);
  }

  private static List<String> transitions(CompositeAlarm alarm) {
    return alarm.transitions().stream()
        .map(each -> SimTime.format(each.timeNanos()) + " " + each.to())
        .toList();
  }

  private static List<String> actions(CompositeAlarm alarm) {
    return alarm.actions().stream()
        .map(
            each ->
                SimTime.format(each.timeNanos())
                    + " "
                    + each.state()
                    + each.suppressedBy().map(by -> " suppressed by " + by).orElse(""))
        .toList();
  }

  @Test
  @Rule("cloudwatch 8.4")
  @Rule("cloudwatch 8.5")
  void composite_isEvaluatedWhenCreatedAndWhenAChildChanges() {
    child("cpu", "00XX0");
    child("disk", "0X0XX");
    CompositeAlarm both = composites.add(paging("both", "ALARM(cpu) AND ALARM(disk)"));
    assertThat(both.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
    runTo(5);
    assertThat(transitions(both))
        .containsExactly("00:00:00 OK", "00:04:00 ALARM", "00:05:00 OK")
        .inOrder();
    assertThat(both.transitions().get(1).reason())
        .isEqualTo("ALARM(cpu) AND ALARM(disk) because cpu is ALARM, disk is ALARM");
    assertThat(actions(both)).containsExactlyElementsIn(transitions(both)).inOrder();
  }

  /** Both children change at 00:02:00, one to ALARM and one from it: the rule stays false. */
  @Test
  @Rule("cloudwatch 8.5")
  void changesOfOneInstant_areSeenTogether() {
    child("a", "X0X");
    child("b", "0X0");
    CompositeAlarm both = composites.add(paging("both", "ALARM(a) AND ALARM(b)"));
    runTo(3);
    assertThat(transitions(both)).containsExactly("00:00:00 OK");
  }

  @Test
  @Rule("cloudwatch 8.1")
  @Rule("cloudwatch 8.5")
  void compositeOfComposites_followsInTheSameInstant() {
    child("cpu", "0X");
    CompositeAlarm inner = composites.add(paging("z-inner", "ALARM(cpu)"));
    CompositeAlarm outer = composites.add(paging("a-outer", "ALARM(z-inner) OR FALSE"));
    runTo(2);
    assertThat(transitions(inner)).containsExactly("00:00:00 OK", "00:02:00 ALARM").inOrder();
    assertThat(transitions(outer)).containsExactly("00:00:00 OK", "00:02:00 ALARM").inOrder();
  }

  @Test
  @Rule("cloudwatch 8.6")
  void unknownChild_isRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> composites.add(paging("both", "ALARM(cpu)")));
    assertThat(refusal)
        .hasMessageThat()
        .isEqualTo("composite alarm 'both': there is no alarm 'cpu'");
  }

  @Test
  @Rule("cloudwatch 8.6")
  void circle_stopsEvaluationAndDeletionUntilItIsBroken() {
    child("cpu", "000XX");
    composites.add(paging("one", "ALARM(cpu)"));
    CompositeAlarm two = composites.add(paging("two", "ALARM(one)"));
    runTo(1);
    CompositeAlarm one = composites.add(paging("one", "ALARM(cpu) OR ALARM(two)"));
    runTo(4);
    assertThat(one.state()).isEqualTo(AlarmState.OK);
    assertThrows(IllegalStateException.class, () -> composites.remove("two"));
    composites.add(paging("one", "ALARM(cpu)"));
    runTo(5);
    assertThat(one.state()).isEqualTo(AlarmState.ALARM);
    assertThat(two.state()).isEqualTo(AlarmState.ALARM);
    composites.remove("two");
    assertThat(composites.alarms()).hasSize(1);
  }

  @Test
  @Rule("cloudwatch 7.7.4")
  void forcedState_lastsUntilAChildChanges() {
    child("cpu", "000X0");
    CompositeAlarm alarm = composites.add(paging("page", "ALARM(cpu)"));
    runTo(1);
    composites.setState("page", AlarmState.ALARM, "a test of the pager");
    runTo(3);
    assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
    runTo(5);
    assertThat(transitions(alarm))
        .containsExactly("00:00:00 OK", "00:01:01 ALARM", "00:05:00 OK")
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 8.suppression")
  void suppressor_holdsActionsBackAndAnExtensionAfterIt() {
    child("cpu", "00XXXXXX000");
    child("deploy", "0XXXX000000");
    CompositeAlarm page =
        composites.add(
            paging("page", "ALARM(cpu)")
                .withSuppression(
                    new ActionSuppression(
                        "deploy", Duration.ofSeconds(90), Duration.ofSeconds(150))));
    runTo(12);
    assertThat(actions(page))
        .containsExactly(
            "00:00:00 OK suppressed by WaitPeriod",
            "00:01:30 OK",
            "00:03:00 ALARM suppressed by Alarm",
            "00:08:30 ALARM",
            "00:09:00 OK suppressed by WaitPeriod",
            "00:10:30 OK")
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 8.suppression")
  void anotherSuppressor_discardsBothPeriods() {
    child("cpu", "XXX");
    child("deploy", "000");
    CompositeAlarmSpec spec = paging("page", "ALARM(cpu)");
    CompositeAlarm page =
        composites.add(
            spec.withSuppression(
                new ActionSuppression("deploy", Duration.ofHours(1), Duration.ofHours(1))));
    runTo(2);
    assertThat(page.suppressedBy()).hasValue(SuppressedBy.WAIT_PERIOD);
    composites.add(
        spec.withSuppression(
            new ActionSuppression("deploy", Duration.ofMinutes(1), Duration.ZERO)));
    assertThat(page.suppressedBy()).isEmpty();
  }

  @Test
  @Rule("cloudwatch 7.8.6")
  @Rule("cloudwatch 8.7")
  void composite_hasNeitherScalingNorEc2Actions() {
    String policy =
        "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1:"
            + "autoScalingGroupName/g:policyName/p";
    for (String action : List.of(policy, "a-policy", "arn:aws:automate:us-east-1:ec2:stop")) {
      CompositeAlarmSpec spec =
          CompositeAlarmSpec.of("c", "TRUE")
              .withActions(new AlarmActions(true, Map.of(AlarmState.ALARM, List.of(action))));
      assertThat(spec.problems()).hasSize(1);
      assertThat(spec.problems().get(0).property()).isEqualTo("AlarmActions");
    }
    assertThrows(IllegalArgumentException.class, () -> paging("c", "ALARM(c)").valid());
  }

  @Test
  @Rule("cloudwatch 8.1")
  void child_servesAtMost150Composites() {
    child("cpu", "0");
    for (int i = 0; i < 150; i++) {
      composites.add(CompositeAlarmSpec.of("c" + i, "ALARM(cpu)"));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> composites.add(CompositeAlarmSpec.of("c150", "ALARM(cpu)")));
    composites.add(CompositeAlarmSpec.of("c7", "OK(cpu)"));
  }
}
