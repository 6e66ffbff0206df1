package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.util.List;
import java.util.Optional;

/** An alarm with its place in the schedule and the memory of when it last acted. */
final class ScheduledAlarm {
  private final Alarm alarm;
  private final AlarmActionListener listener;
  private final ActionRepeats repeats;
  private final long offsetNanos;
  private final Tick tick;
  private Optional<Long> actedNanos = Optional.empty();
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
    actedNanos = replaced.flatMap(each -> each.actedNanos);
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
    if (isDue(nowNanos) && alarm.evaluate(nowNanos).isTransition()) {
      run(alarm.spec().actions().of(alarm.state()), nowNanos);
    } else if (isTimeToRepeat(nowNanos)) {
      List<String> actions = alarm.spec().actions().of(alarm.state());
      run(actions.stream().filter(AlarmActions::isScaling).toList(), nowNanos);
    }
  }

  private boolean isDue(long nowNanos) {
    return (nowNanos - offsetNanos) % alarm.timing().intervalNanos() == 0;
  }

  private boolean isTimeToRepeat(long nowNanos) {
    return actedNanos.isPresent()
        && repeats.states().contains(alarm.state())
        && nowNanos - actedNanos.get() >= repeats.interval().toNanos();
  }

  private void run(List<String> actions, long nowNanos) {
    actedNanos = Optional.of(nowNanos);
    if (alarm.spec().actions().enabled()) {
      AlarmEvaluation evaluation = alarm.newest().orElseThrow();
      actions.forEach(action -> listener.invoked(action, evaluation));
    }
  }
}
