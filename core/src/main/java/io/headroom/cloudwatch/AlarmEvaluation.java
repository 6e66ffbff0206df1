package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/** What one evaluation of an alarm saw and decided. Immutable. */
public final class AlarmEvaluation {
  private final AlarmWindow window;
  private final AlarmState priorState;
  private final AlarmState state;
  private final Optional<String> forcedReason;

  AlarmEvaluation(AlarmWindow window, AlarmState priorState, AlarmState state) {
    this(window, priorState, state, Optional.empty());
  }

  /** Creates what stands for an evaluation when somebody sets the state, with his reason. */
  AlarmEvaluation(
      AlarmWindow window, AlarmState priorState, AlarmState state, Optional<String> forcedReason) {
    this.window = window;
    this.priorState = priorState;
    this.state = state;
    this.forcedReason = forcedReason;
  }

  /** Returns whether the state was set from outside and not found from data. */
  public boolean isForced() {
    return forcedReason.isPresent();
  }

  /** Returns the alarm as it was configured. */
  public AlarmSpec spec() {
    return window.spec();
  }

  /** Returns when the evaluation took place, in nanoseconds since the start of the run. */
  public long timeNanos() {
    return window.timeNanos();
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
    double[] values = window.values();
    int found = 0;
    for (int i = values.length - 1; i >= 0 && found < spec().evaluationPeriods(); i--) {
      if (!Double.isNaN(values[i])) {
        newestFirst.add(window.datapoint(i));
        found++;
      }
    }
    return newestFirst.build().reverse();
  }

  /** Returns the newest data point, if the range holds any. */
  public Optional<Datapoint> newest() {
    for (int i = window.values().length - 1; i >= 0; i--) {
      if (!Double.isNaN(window.values()[i])) {
        return Optional.of(window.datapoint(i));
      }
    }
    return Optional.empty();
  }

  /** Returns whether one of the data points is out of bounds. */
  public boolean isBreachedBy(Datapoint point) {
    return window.isBreached(window.bucket(point.timestampNanos()));
  }

  /** Returns how many of the data points that decide were missing: N less those that there were. */
  public int missing() {
    return Math.max(0, spec().evaluationPeriods() - datapoints().size());
  }

  /** Returns why the alarm has its state, in the words of the service. */
  public String reason() {
    return forcedReason.orElseGet(
        () -> new AlarmReason(window).of(state, priorState, datapoints()));
  }

  @Override
  public String toString() {
    return "%s: %s -> %s, %s".formatted(spec().name(), priorState, state, reason());
  }
}
