package io.headroom.cloudwatch;

import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Evaluates the alarms of one run at their instants, in {@link Phase#EVALUATE}, and runs their
 * actions.
 *
 * <p>Every alarm has its own second within its interval, drawn from the seed and its name, or fixed
 * by the settings. Alarms that share a second share an event and go in the order in which they were
 * added. On a transition the actions of the new state run once; scaling actions then run again once
 * a minute for as long as the state lasts. "Alarm actions", Amazon CloudWatch User Guide. Not
 * thread-safe.
 */
public final class AlarmSchedule {
  private final Simulator simulator;
  private final MetricStore store;
  private final RandomStreams random;
  private final AlarmSettings settings;
  private final Map<String, ScheduledAlarm> alarms = new TreeMap<>();
  private final Map<Tick, AlarmTick> ticks = new HashMap<>();
  private final List<Consumer<AlarmEvaluation>> listeners = new ArrayList<>();

  /** Creates an empty schedule for a run. */
  public AlarmSchedule(
      Simulator simulator, MetricStore store, RandomStreams random, AlarmSettings settings) {
    this.simulator = simulator;
    this.store = store;
    this.random = random;
    this.settings = settings;
  }

  /**
   * Creates an alarm, or replaces the whole configuration of the one with this name, which keeps
   * its state. The first evaluation follows within one interval.
   *
   * @param spec the alarm
   * @param listener runs its actions
   */
  public Alarm add(AlarmSpec spec, AlarmActionListener listener) {
    ScheduledAlarm replaced = alarms.get(spec.name());
    Alarm alarm = replaced == null ? new Alarm(spec, store, settings) : replaced.alarm();
    if (replaced != null) {
      alarm.update(spec);
      remove(spec.name());
    }
    alarm.onTransition(this::changed);
    long offsetNanos = offset(spec.name(), alarm.timing().intervalNanos());
    var scheduled = new ScheduledAlarm(alarm, listener, settings.repeats(), offsetNanos);
    scheduled.start(simulator.nowNanos(), Optional.ofNullable(replaced));
    String summary =
        "Alarm \"%s\" %s".formatted(spec.name(), replaced == null ? "created" : "updated");
    alarm.configured(simulator.nowNanos(), summary);
    alarms.put(spec.name(), scheduled);
    members(scheduled.tick()).add(scheduled);
    return alarm;
  }

  private void changed(AlarmEvaluation evaluation) {
    listeners.forEach(listener -> listener.accept(evaluation));
  }

  /** Tells somebody of each change of state of each alarm, right after it. */
  public void onTransition(Consumer<AlarmEvaluation> listener) {
    listeners.add(listener);
  }

  /** Deletes an alarm; a name that no alarm has is no error. */
  public void remove(String name) {
    ScheduledAlarm removed = alarms.remove(name);
    if (removed != null) {
      removed.stop();
      members(removed.tick()).remove(removed);
    }
  }

  /**
   * Sets the state of an alarm until its next evaluation, and runs that state's actions if it is
   * another one than before. Scaling policies need the data of the reason, so without it their
   * actions do not run. "SetAlarmState", CloudWatch API Reference.
   *
   * @param name the alarm
   * @param state the new state
   * @param reason why, up to 1,023 characters
   * @param reasonData the reason as JSON, up to 4,000 characters
   * @throws AlarmException if the service would refuse it
   */
  public void setState(String name, AlarmState state, String reason, Optional<String> reasonData) {
    ScheduledAlarm scheduled = alarms.get(name);
    StateRequest.check(scheduled != null, reason, reasonData);
    if (scheduled != null) {
      scheduled.force(state, reason, reasonData.isPresent(), simulator.nowNanos());
    }
  }

  /** Returns the alarm with a name. */
  public Optional<Alarm> alarm(String name) {
    return Optional.ofNullable(alarms.get(name)).map(ScheduledAlarm::alarm);
  }

  /** Returns the alarms, sorted by name. */
  public Collection<Alarm> alarms() {
    return alarms.values().stream().map(ScheduledAlarm::alarm).toList();
  }

  private long offset(String name, long intervalNanos) {
    int seconds =
        settings.phaseSeconds().orElseGet(() -> random.stream("alarm phase " + name).nextInt(3600));
    return seconds * SimTime.SECOND % intervalNanos;
  }

  private AlarmTick members(Tick tick) {
    return ticks.computeIfAbsent(tick, this::begin);
  }

  private AlarmTick begin(Tick tick) {
    AlarmTick members = new AlarmTick();
    simulator.repeat(
        tick.after(simulator.nowNanos()),
        tick.intervalNanos(),
        Phase.EVALUATE,
        "evaluation of alarms",
        () -> members.run(simulator.nowNanos()));
    return members;
  }
}
