package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An alarm with its place in the schedule and the memory of when it last acted. */
final class ScheduledAlarm {
  private static final long NEVER = Long.MIN_VALUE;

  private final Alarm alarm;
  private final AlarmActionListener listener;
  private final ActionRepeats repeats;
  private final long offsetNanos;
  private final Tick tick;
  private long actedNanos = NEVER;
  private long addedNanos;
  private boolean isStopped;

  /** Creates one whose evaluations lie at an offset in the alarm's interval. */
  ScheduledAlarm(
      Alarm alarm, AlarmActionListener listener, ActionRepeats repeats, long offsetNanos) {
    this.alarm = alarm;
    this.listener = listener;
    this.repeats = repeats;
    this.offsetNanos = offsetNanos;
    // An alarm that is evaluated hourly still repeats its scaling actions every minute.
    long intervalNanos = Math.min(alarm.timing().intervalNanos(), SimTime.MINUTE);
    tick = new Tick(intervalNanos, offsetNanos % intervalNanos);
  }

  /** Notes when the alarm was added, and takes over from the configuration that it replaces. */
  void start(long nowNanos, Optional<ScheduledAlarm> replaced) {
    addedNanos = nowNanos;
    actedNanos = replaced.map(each -> each.actedNanos).orElse(NEVER);
  }

  void stop() {
    isStopped = true;
  }

  Alarm alarm() {
    return alarm;
  }

  Tick tick() {
    return tick;
  }

  /** Evaluates the alarm if it is due, and runs what there is to run. */
  void tick(long nowNanos) {
    if (isStopped || nowNanos == addedNanos) {
      return;
    }
    try {
      act(nowNanos);
    } catch (RuntimeException cause) {
      throw new IllegalStateException(
          "alarm '%s': %s".formatted(alarm.spec().name(), cause.getMessage()), cause);
    }
  }

  private void act(long nowNanos) {
    if (isDue(nowNanos) && alarm.step(nowNanos)) {
      actedNanos = nowNanos;
      alarm.actionLog().begin();
      run(action -> true);
    } else if (isTimeToRepeat(nowNanos)) {
      actedNanos = nowNanos;
      run(AlarmActions::isScaling);
    }
  }

  /**
   * Takes a state from outside and runs its actions if it is another one; scaling actions only with
   * the data that their policies need.
   */
  void force(AlarmState state, String reason, boolean hasReasonData, long nowNanos) {
    if (alarm.force(state, reason, nowNanos)) {
      actedNanos = nowNanos;
      alarm.actionLog().begin();
      run(action -> hasReasonData || !AlarmActions.isScaling(action));
    }
  }

  private boolean isDue(long nowNanos) {
    return (nowNanos - offsetNanos) % alarm.timing().intervalNanos() == 0;
  }

  private boolean isTimeToRepeat(long nowNanos) {
    return actedNanos != NEVER
        && nowNanos - actedNanos >= repeats.interval().toNanos()
        && alarm.evaluationState() != EvaluationState.IN_WARM_UP
        && repeats.states().contains(alarm.state());
  }

  private void run(Predicate<String> isDue) {
    AlarmActions actions = alarm.spec().actions();
    List<String> listed = actions.of(alarm.state());
    if (actions.enabled() && !listed.isEmpty()) {
      AlarmEvaluation evaluation = alarm.newest().orElseThrow();
      for (String action : listed) {
        if (isDue.test(action)) {
          alarm.actionLog().note(action, alarm.state(), actedNanos);
          listener.invoked(action, evaluation);
        }
      }
    }
  }
}
