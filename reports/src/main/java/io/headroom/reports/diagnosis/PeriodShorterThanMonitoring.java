package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import java.time.Duration;
import java.util.Optional;

/** An alarm looks at each minute of a metric that is published each five minutes. */
final class PeriodShorterThanMonitoring implements Detector {

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    Duration interval = group.launchConfiguration().monitoring().interval();
    return PolicyAlarms.of(result.scenario(), group).stream()
        .filter(alarm -> alarm.metricStat().isPresent())
        .filter(alarm -> alarm.metric().namespace().equals("AWS/EC2"))
        .filter(alarm -> alarm.period().compareTo(interval) < 0)
        .findFirst()
        .map(alarm -> finding(result, group, alarm));
  }

  private static Finding finding(
      SimulationResult result, AutoScalingGroupSpec group, AlarmSpec alarm) {
    Duration interval = group.launchConfiguration().monitoring().interval();
    long losses =
        result.alarmHistory().stream()
            .filter(each -> each.alarm().equals(alarm.name()))
            .filter(each -> each.to() == AlarmState.INSUFFICIENT_DATA)
            .count();
    boolean everInAlarm =
        result.alarmHistory().stream()
            .anyMatch(each -> each.alarm().equals(alarm.name()) && each.to() == AlarmState.ALARM);
    return new Finding(
        group.name(),
        "basic monitoring under an alarm with a shorter period",
        ("Alarm %s looks at periods of %s, but the instances have basic monitoring, and %s is"
                + " published each %s: most periods have no data. It fell to INSUFFICIENT_DATA %d"
                + " times and %s to ALARM. Switch detailed monitoring on, or give the alarm a"
                + " period of %s.")
            .formatted(
                alarm.name(),
                Words.length(alarm.period()),
                alarm.metric().name(),
                Words.length(interval),
                losses,
                everInAlarm ? "went" : "never went",
                Words.length(interval)));
  }
}
