package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alarm with its place in the schedule and the memory of when it last acted. */
final class ScheduledAlarm {
  private static final long NEVER = Long.MIN_VALUE;

  private final Alarm alarm;
  private final AlarmActionListener listener;
  private final ActionRepeats repeats;
  private final long repeatNanos;
  private final long intervalNanos;
  private final long offsetNanos;
  private final Tick tick;
  private long actedNanos = NEVER;
  private long addedNanos;
  private boolean isStopped;

  /** The state for which the actions that repeat are known, and these actions. */
  private @Nullable AlarmState repeatedState;

  private List<String> repeated = List.of();

  /** Creates one whose evaluations lie at an offset in the alarm's interval. */
  ScheduledAlarm(
      Alarm alarm, AlarmActionListener listener, ActionRepeats repeats, long offsetNanos) {
    this.alarm = alarm;
    this.listener = listener;
    this.repeats = repeats;
    this.offsetNanos = offsetNanos;
    repeatNanos = repeats.interval().toNanos();
    intervalNanos = alarm.timing().intervalNanos();
    // An alarm that is evaluated hourly still repeats its scaling actions every minute.
    long tickNanos = Math.min(intervalNanos, SimTime.MINUTE);
    tick = new Tick(tickNanos, offsetNanos % tickNanos);
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

  /** Reads what the next tick will read; what it returns means nothing. */
  long preload() {
    return actedNanos + repeated.size() + alarm.preload();
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
      run(enabled());
    } else if (isTimeToRepeat(nowNanos)) {
      actedNanos = nowNanos;
      run(repeated());
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
      run(
          enabled().stream()
              .filter(each -> hasReasonData || !AlarmActions.isScaling(each))
              .toList());
    }
  }

  private boolean isDue(long nowNanos) {
    return (nowNanos - offsetNanos) % intervalNanos == 0;
  }

  private boolean isTimeToRepeat(long nowNanos) {
    return actedNanos != NEVER
        && nowNanos - actedNanos >= repeatNanos
        && alarm.evaluationState() != EvaluationState.IN_WARM_UP
        && repeats.states().contains(alarm.state());
  }

  /** Returns the actions of the current state, none if they are switched off. */
  private List<String> enabled() {
    AlarmActions actions = alarm.spec().actions();
    return actions.enabled() ? actions.of(alarm.state()) : List.of();
  }

  /** Returns the scaling actions among them; they are looked up once for each stay in a state. */
  private List<String> repeated() {
    if (alarm.state() != repeatedState) {
      repeatedState = alarm.state();
      repeated = enabled().stream().filter(AlarmActions::isScaling).toList();
    }
    return repeated;
  }

  private void run(List<String> actions) {
    if (!actions.isEmpty()) {
      AlarmEvaluation evaluation = alarm.newest().orElseThrow();
      for (String action : actions) {
        alarm.actionLog().note(action, alarm.state(), actedNanos);
        listener.invoked(action, evaluation);
      }
    }
  }
}
