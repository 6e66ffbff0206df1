package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one evaluation of an alarm saw and decided. Immutable. */
public final class AlarmEvaluation {
  private final AlarmSpec spec;
  private final Instant start;
  private final long timeNanos;
  private final AlarmState priorState;
  private final AlarmState state;
  private final long fromNanos;
  private final double[] values;

  /** Copies what an alarm has in its hands at an evaluation. */
  AlarmEvaluation(Alarm alarm, long timeNanos, AlarmState newState) {
    spec = alarm.spec();
    start = alarm.start();
    priorState = alarm.state();
    fromNanos = alarm.window().startNanos(0);
    values = alarm.window().values().clone();
    this.timeNanos = timeNanos;
    state = newState;
  }

  /** Returns the alarm as it was configured. */
  public AlarmSpec spec() {
    return spec;
  }

  /** Returns when the evaluation took place, in nanoseconds since the start of the run. */
  public long timeNanos() {
    return timeNanos;
  }

  /** Returns the state before. */
  public AlarmState priorState() {
    return priorState;
  }

  /** Returns the state after. */
  public AlarmState state() {
    return state;
  }

  /** Returns whether the state changed. */
  public boolean isTransition() {
    return state != priorState;
  }

  /**
   * Returns the data points that decided, oldest first: the N newest, or all of the range if there
   * are fewer.
   */
  public List<Datapoint> datapoints() {
    ImmutableList.Builder<Datapoint> newestFirst = ImmutableList.builder();
    int found = 0;
    for (int i = values.length - 1; i >= 0 && found < spec.evaluationPeriods(); i--) {
      if (!Double.isNaN(values[i])) {
        newestFirst.add(new Datapoint(startNanos(i), values[i]));
        found++;
      }
    }
    return newestFirst.build().reverse();
  }

  /** Returns the newest data point, if the range holds any. */
  public Optional<Datapoint> newest() {
    for (int i = values.length - 1; i >= 0; i--) {
      if (!Double.isNaN(values[i])) {
        return Optional.of(new Datapoint(startNanos(i), values[i]));
      }
    }
    return Optional.empty();
  }

  /** Returns why the alarm has its state, in the words of the service. */
  public String reason() {
    return new AlarmReason(spec, start).of(state, priorState, datapoints());
  }

  private long startNanos(int bucket) {
    return fromNanos + bucket * spec.period().toNanos();
  }

  @Override
  public String toString() {
    return "%s: %s -> %s, %s".formatted(spec.name(), priorState, state, reason());
  }
}
