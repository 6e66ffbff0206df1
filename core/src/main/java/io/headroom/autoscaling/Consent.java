package io.headroom.autoscaling;

import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmEvaluation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The unanimity that target tracking needs to scale in.
 *
 * <p>"Target tracking scaling policies for Amazon EC2 Auto Scaling", section "Multiple target
 * tracking scaling policies", Amazon EC2 Auto Scaling User Guide: a group scales in only if all of
 * them that may scale in are ready to, and then to the largest of their capacities.
 */
final class Consent {
  private final GroupRun run;
  private final GroupStatus group;
  private final Outlook outlook;
  private final List<AttachedPolicy> policies;

  Consent(GroupRun run, GroupStatus group, Outlook outlook, List<AttachedPolicy> policies) {
    this.run = run;
    this.group = group;
    this.outlook = outlook;
    this.policies = policies;
  }

  /**
   * Returns the capacity that all agree to; empty if one of the others is not ready to scale in.
   *
   * @param asker the policy that wants to scale in
   * @param capacity what it wants
   */
  OptionalInt agreed(AttachedPolicy asker, int capacity) {
    int largest = capacity;
    for (AttachedPolicy other : policies) {
      if (other != asker && other.needsConsent()) {
        OptionalInt wish = readyToScaleIn(other);
        if (wish.isEmpty()) {
          return OptionalInt.empty();
        }
        largest = Math.max(largest, wish.getAsInt());
      }
    }
    return OptionalInt.of(largest);
  }

  /** Ready means that an alarm asks the policy now and that it wants less than is desired. */
  private OptionalInt readyToScaleIn(AttachedPolicy policy) {
    OptionalInt largest = OptionalInt.empty();
    for (Trigger trigger : policy.triggers()) {
      Optional<AlarmEvaluation> evaluation = active(trigger);
      if (evaluation.isPresent()) {
        GroupContext context = new GroupContext(run, group, outlook, evaluation);
        OptionalInt wish = policy.ask(context).decision().capacity();
        int capacity = wish.orElse(Integer.MAX_VALUE);
        largest = OptionalInt.of(Math.max(capacity, largest.orElse(capacity)));
      }
    }
    boolean isReady = largest.isPresent() && largest.getAsInt() < group.capacity().desired();
    return isReady ? largest : OptionalInt.empty();
  }

  private Optional<AlarmEvaluation> active(Trigger trigger) {
    if (!(trigger instanceof Trigger.OnAlarm onAlarm)) {
      return Optional.empty();
    }
    return run.environment()
        .alarms()
        .alarm(onAlarm.alarm().name())
        .filter(alarm -> alarm.state() == onAlarm.state())
        .flatMap(Alarm::newest);
  }
}
