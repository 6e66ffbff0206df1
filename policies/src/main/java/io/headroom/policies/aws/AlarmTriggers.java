package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Trigger;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The alarms that ask a policy, each in one of its states.
 *
 * @param all in the order given
 */
public record AlarmTriggers(List<Trigger.OnAlarm> all) {

  /** Copies the list. */
  public AlarmTriggers {
    all = List.copyOf(all);
  }

  /** Returns the triggers for alarms in state ALARM. */
  public static AlarmTriggers on(AlarmSpec... alarms) {
    return new AlarmTriggers(
        Arrays.stream(alarms).map(alarm -> new Trigger.OnAlarm(alarm, AlarmState.ALARM)).toList());
  }

  /** Returns these and one more. */
  AlarmTriggers and(AlarmSpec alarm, AlarmState state) {
    List<Trigger.OnAlarm> more = new ArrayList<>(all);
    more.add(new Trigger.OnAlarm(alarm, state));
    return new AlarmTriggers(more);
  }

  /** Returns the triggers with the names of a group filled in. */
  List<Trigger> of(GroupIdentity group) {
    return all.stream()
        .<Trigger>map(
            each -> new Trigger.OnAlarm(GroupMetrics.of(each.alarm(), group), each.state()))
        .toList();
  }
}
