package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.AlarmState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A composite alarm of one run: its state, how it got there, and which actions ran.
 *
 * <p>Not thread-safe; {@link CompositeAlarms} drives it.
 */
public final class CompositeAlarm {
  private final Function<String, AlarmState> states;
  private final List<CompositeTransition> transitions = new ArrayList<>();
  private final List<CompositeAction> actions = new ArrayList<>();
  private CompositeAlarmSpec spec;
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;
  private Optional<Suppression> suppression;

  /**
   * Creates a composite alarm, which has insufficient data until it is evaluated.
   *
   * @param spec the alarm
   * @param states the state of each alarm by name
   */
  CompositeAlarm(CompositeAlarmSpec spec, Function<String, AlarmState> states) {
    this.spec = spec;
    this.states = states;
    suppression = newSuppression();
  }

  /** Returns the specification in force. */
  public CompositeAlarmSpec spec() {
    return spec;
  }

  /** Returns the current state. */
  public AlarmState state() {
    return state;
  }

  /** Returns the changes of state, oldest first; a view. */
  public List<CompositeTransition> transitions() {
    return Collections.unmodifiableList(transitions);
  }

  /** Returns when actions ran or were suppressed, oldest first; a view. */
  public List<CompositeAction> actions() {
    return Collections.unmodifiableList(actions);
  }

  /** Returns what suppresses the actions now, if anything does. */
  public Optional<SuppressedBy> suppressedBy() {
    return suppression.flatMap(Suppression::by);
  }

  /** Replaces the configuration and keeps the state; another suppressor discards both periods. */
  void update(CompositeAlarmSpec newSpec) {
    boolean isSame = newSpec.suppression().equals(spec.suppression());
    spec = newSpec;
    suppression = isSame ? suppression : newSuppression();
  }

  private Optional<Suppression> newSuppression() {
    return spec.suppression()
        .map(
            each ->
                new Suppression(
                    each.waitPeriod().toNanos(),
                    each.extensionPeriod().toNanos(),
                    isInAlarm(each)));
  }

  private boolean isInAlarm(ActionSuppression each) {
    return states.apply(each.alarmName()) == AlarmState.ALARM;
  }

  /** Evaluates the rule; returns whether the state changed. */
  boolean evaluate(long nowNanos) {
    AlarmState next = spec.rule().evaluate(states);
    return enter(
        next, nowNanos, "%s because %s".formatted(spec.rule(), spec.rule().words(this::word)));
  }

  private String word(String alarm) {
    return states.apply(alarm).toString();
  }

  /** Takes a state by request; returns whether it is another one. */
  boolean force(AlarmState next, long nowNanos, String reason) {
    return enter(next, nowNanos, reason);
  }

  private boolean enter(AlarmState next, long nowNanos, String reason) {
    if (next == state) {
      return false;
    }
    transitions.add(new CompositeTransition(nowNanos, state, next, reason));
    state = next;
    note(nowNanos, suppression.map(each -> each.compositeChanged(nowNanos)).orElse(true));
    return true;
  }

  /** Looks whether the suppressor has changed. */
  void watchSuppressor(long nowNanos) {
    if (spec.suppression().isPresent() && suppression.isPresent()) {
      boolean isInAlarm = isInAlarm(spec.suppression().get());
      if (suppression.get().suppressorChanged(nowNanos, isInAlarm)) {
        note(nowNanos, true);
      }
    }
  }

  /** Runs the actions if a period of suppression ends now. */
  void reached(long nowNanos) {
    if (suppression.isPresent() && suppression.get().reached(nowNanos)) {
      note(nowNanos, true);
    }
  }

  private void note(long nowNanos, boolean runs) {
    if (spec.actions().enabled() && !spec.actions().of(state).isEmpty()) {
      actions.add(new CompositeAction(nowNanos, state, runs ? Optional.empty() : suppressedBy()));
    }
  }

  /** Returns the end of the period of suppression that runs, if one does. */
  Optional<Long> nextNanos() {
    return suppression.flatMap(Suppression::next);
  }
}
