package io.headroom.autoscaling;

import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import java.util.List;

/** A policy that alarms ask and whose decider is given. */
record AlarmedPolicy(String name, Pacing pacing, List<Trigger> alarms, Decider newDecider)
    implements ScalingPolicy {

  static AlarmedPolicy of(String name, Pacing pacing, AlarmSpec alarm, Decider decider) {
    return new AlarmedPolicy(
        name, pacing, List.of(new Trigger.OnAlarm(alarm, AlarmState.ALARM)), decider);
  }

  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    return alarms;
  }
}
