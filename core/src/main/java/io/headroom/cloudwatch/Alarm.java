package io.headroom.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One alarm of one run: its specification, its state and how it got there.
 *
 * <p>A new alarm has insufficient data. An evaluation looks at what is visible at its instant, and
 * its result depends on that and on the state before alone; its cost is that of reading the
 * evaluation range. Not thread-safe.
 */
public final class Alarm {
  private final MetricStore store;
  private final AlarmSettings settings;
  private final List<AlarmEvaluation> transitions = new ArrayList<>();
  private Watch watch;
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;
  private final ActionLog actionLog = new ActionLog();
  private Consumer<AlarmEvaluation> listener = evaluation -> {};
  private Optional<AlarmEvaluation> newest = Optional.empty();

  /**
   * Creates an alarm.
   *
   * @param spec what it watches
   * @param store where its metric is
   * @param settings what the documentation leaves open
   */
  public Alarm(AlarmSpec spec, MetricStore store, AlarmSettings settings) {
    this.store = store;
    this.settings = settings;
    watch = new Watch(spec, store, settings);
  }

  /** Replaces the whole configuration and keeps the state; the next evaluation uses it. */
  public void update(AlarmSpec spec) {
    watch = new Watch(spec, store, settings);
  }

  /** Returns the specification in force. */
  public AlarmSpec spec() {
    return watch.spec;
  }

  /** Returns the current state. */
  public AlarmState state() {
    return state;
  }

  /** Returns the newest evaluation, if there was one. */
  public Optional<AlarmEvaluation> newest() {
    return newest;
  }

  /** Returns the evaluations that changed the state, oldest first; a view. */
  public List<AlarmEvaluation> transitions() {
    return Collections.unmodifiableList(transitions);
  }

  /**
   * Evaluates the alarm and takes the resulting state.
   *
   * @param nowNanos the instant, in nanoseconds since the start of the run
   */
  public AlarmEvaluation evaluate(long nowNanos) {
    AlarmWindow window = watch.read(nowNanos);
    var evaluation = new AlarmEvaluation(window, state, watch.judge(window, state));
    newest = Optional.of(evaluation);
    if (evaluation.isTransition()) {
      transitions.add(evaluation);
      state = evaluation.state();
      listener.accept(evaluation);
    }
    return evaluation;
  }

  /** Returns which actions ran and when, in order of their first run. */
  public List<AlarmActionRun> actionRuns() {
    return actionLog.runs();
  }

  ActionLog actionLog() {
    return actionLog;
  }

  /** Tells somebody of each change of state, right after it. */
  void onTransition(Consumer<AlarmEvaluation> newListener) {
    listener = newListener;
  }

  AlarmTiming timing() {
    return watch.timing;
  }

  /** One configuration and the workers that follow from it. */
  private static final class Watch {
    final AlarmSpec spec;
    final AlarmTiming timing;
    private final Instant start;
    private final AlarmReader input;
    private final DatapointRule rule;

    Watch(AlarmSpec spec, MetricStore store, AlarmSettings settings) {
      this.spec = spec;
      timing = new AlarmTiming(spec, settings);
      start = settings.start();
      input = store.watch(spec.input());
      AlarmCondition condition = input.hasBand() ? spec.condition().onVerdicts() : spec.condition();
      var usual = new DatapointRule(condition, spec.missingData(), settings.youngBreach());
      rule = spec.wallClock().isPresent() ? usual.neverEarly() : usual;
      if (spec.input().metrics().stream().anyMatch(stat -> stat.statistic().needsSamples())) {
        store.retainDistributions(Duration.ofNanos(timing.rangeNanos()).plusHours(1));
      }
    }

    AlarmWindow read(long nowNanos) {
      long endNanos = timing.endNanos(nowNanos);
      long fromNanos = endNanos - timing.rangeNanos();
      double[] values = input.read(fromNanos, endNanos, nowNanos);
      return new AlarmWindow(spec, start, nowNanos, fromNanos, values, input.band());
    }

    AlarmState judge(AlarmWindow window, AlarmState current) {
      return isThin(window.values()) ? current : rule.evaluate(window.verdicts(), current);
    }

    /** Returns whether a data point that would decide rests on too few samples. */
    private boolean isThin(double[] values) {
      if (spec.lowSamples() == LowSamples.EVALUATE) {
        return false;
      }
      int used = 0;
      for (int i = values.length - 1; i >= 0 && used < spec.evaluationPeriods(); i--) {
        if (!Double.isNaN(values[i])) {
          used++;
          if (spec.statistic().hasTooFewSamples(input.sampleCount(i))) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
