package io.headroom.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One alarm of one run: its specification, its state and how it got there.
 *
 * <p>A new alarm has insufficient data. An evaluation looks at what is visible at its instant, and
 * its result depends on that and on the state before alone; its cost is that of reading the
 * evaluation range. Not thread-safe.
 */
public final class Alarm {
  private static final long NEVER = Long.MIN_VALUE;

  private final MetricStore store;
  private final AlarmSettings settings;
  private final List<AlarmEvaluation> transitions = new ArrayList<>();
  private final List<AlarmHistoryItem> configurations = new ArrayList<>();
  private final ActionLog actionLog = new ActionLog();
  private Consumer<AlarmEvaluation> listener = evaluation -> {};
  private Watch watch;
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;
  private AlarmState prior = AlarmState.INSUFFICIENT_DATA;
  private long updatedNanos = NEVER;
  private @Nullable AlarmEvaluation newest;
  private @Nullable WarmUpClock warmUp;

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
    newest();
    watch = new Watch(spec, store, settings);
  }

  /** Notes when the configuration in force was put, from which a warm-up counts. */
  void configured(long nowNanos, String summary) {
    configurations.add(
        new AlarmHistoryItem(AlarmHistoryItem.Kind.CONFIGURATION_UPDATE, nowNanos, summary));
    if (warmUp == null && watch.spec.warmUp().isPresent()) {
      warmUp = new WarmUpClock();
    }
    if (warmUp != null && warmUp.configure(watch.spec.warmUp(), nowNanos)) {
      state = AlarmState.INSUFFICIENT_DATA;
    }
  }

  /** Returns the specification in force. */
  public AlarmSpec spec() {
    return watch.spec;
  }

  /** Returns the current state. */
  public AlarmState state() {
    return state;
  }

  /** Returns what stands in the way of the evaluation. */
  public EvaluationState evaluationState() {
    return warmUp != null && warmUp.lasts() ? EvaluationState.IN_WARM_UP : EvaluationState.FULL;
  }

  /** Returns when the state changed last, in nanoseconds since the start; empty if never. */
  public OptionalLong transitionedNanos() {
    return transitions.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(transitions.get(transitions.size() - 1).timeNanos());
  }

  /** Returns when the state was determined last, changed or not; empty if never. */
  public OptionalLong updatedNanos() {
    return updatedNanos == NEVER ? OptionalLong.empty() : OptionalLong.of(updatedNanos);
  }

  /** Returns the newest evaluation, if there was one. */
  public Optional<AlarmEvaluation> newest() {
    if (newest == null && updatedNanos != NEVER) {
      // Made only when somebody asks: most evaluations change nothing and nobody looks at them.
      newest = new AlarmEvaluation(watch.window(updatedNanos), prior, state);
    }
    return Optional.ofNullable(newest);
  }

  /** Returns the evaluations that changed the state, oldest first; a view. */
  public List<AlarmEvaluation> transitions() {
    return Collections.unmodifiableList(transitions);
  }

  /** Returns what happened to the alarm, oldest first. */
  public List<AlarmHistoryItem> history() {
    List<AlarmHistoryItem> items = new ArrayList<>(configurations);
    for (AlarmEvaluation each : transitions) {
      String summary = "Alarm updated from %s to %s".formatted(each.priorState(), each.state());
      items.add(
          new AlarmHistoryItem(AlarmHistoryItem.Kind.STATE_UPDATE, each.timeNanos(), summary));
    }
    for (AlarmActionRun run : actionLog.runs()) {
      String times = run.times() == 1 ? "" : ", %d times".formatted(run.times());
      String summary = "Successfully executed action " + run.action() + times;
      items.add(new AlarmHistoryItem(AlarmHistoryItem.Kind.ACTION, run.firstNanos(), summary));
    }
    items.sort(Comparator.comparingLong(AlarmHistoryItem::timeNanos));
    return List.copyOf(items);
  }

  /**
   * Evaluates the alarm and takes the resulting state.
   *
   * @param nowNanos the instant, in nanoseconds since the start of the run
   */
  public AlarmEvaluation evaluate(long nowNanos) {
    step(nowNanos);
    return newest().orElseThrow();
  }

  /** Evaluates the alarm, and returns whether its state changed. */
  boolean step(long nowNanos) {
    double[] values = watch.read(nowNanos);
    AlarmState next = judge(values, nowNanos);
    prior = state;
    updatedNanos = nowNanos;
    newest = null;
    if (next == state) {
      return false;
    }
    state = next;
    changed();
    return true;
  }

  /** Reads what the next evaluation will read; what it returns means nothing. */
  long preload() {
    return updatedNanos + watch.preload() + actionLog.preload();
  }

  private AlarmState judge(double[] values, long nowNanos) {
    if (warmUp != null
        && warmUp.lasts()
        && warmUp.goesOn(nowNanos, watch.count(values), watch.spec.evaluationPeriods())) {
      return AlarmState.INSUFFICIENT_DATA;
    }
    return watch.judge(values, state);
  }

  private void changed() {
    AlarmEvaluation evaluation = newest().orElseThrow();
    transitions.add(evaluation);
    listener.accept(evaluation);
  }

  /**
   * Takes a state from outside, until the next evaluation.
   *
   * @return whether that changed the state
   */
  boolean force(AlarmState forced, String reason, long nowNanos) {
    watch.read(nowNanos);
    prior = state;
    state = forced;
    updatedNanos = nowNanos;
    newest = new AlarmEvaluation(watch.window(nowNanos), prior, state, Optional.of(reason));
    if (prior != state) {
      changed();
    }
    return prior != state;
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
    private final boolean mindsThinData;
    private long fromNanos;
    private double[] values = {};

    Watch(AlarmSpec spec, MetricStore store, AlarmSettings settings) {
      this.spec = spec;
      timing = new AlarmTiming(spec, settings);
      start = settings.start();
      input = store.watch(spec.input());
      mindsThinData = spec.lowSamples() != LowSamples.EVALUATE;
      AlarmCondition condition = input.hasBand() ? spec.condition().onVerdicts() : spec.condition();
      var usual = new DatapointRule(condition, spec.missingData(), settings.youngBreach());
      rule = spec.wallClock().isPresent() ? usual.neverEarly() : usual;
      if (spec.input().metrics().stream().anyMatch(stat -> stat.statistic().needsSamples())) {
        store.retainDistributions(Duration.ofNanos(timing.rangeNanos()).plusHours(1));
      }
    }

    /** Returns the values of the range; the array is good until the next read. */
    double[] read(long nowNanos) {
      long endNanos = timing.endNanos(nowNanos);
      fromNanos = endNanos - timing.rangeNanos();
      values = input.peek(fromNanos, endNanos, nowNanos);
      return values;
    }

    long preload() {
      return timing.intervalNanos() + rule.preload() + input.preload();
    }

    /** Returns what the newest read saw. */
    AlarmWindow window(long nowNanos) {
      return new AlarmWindow(spec, start, nowNanos, fromNanos, values.clone(), input.band());
    }

    int count(double[] points) {
      return (int) Arrays.stream(points).filter(value -> !Double.isNaN(value)).count();
    }

    AlarmState judge(double[] points, AlarmState current) {
      if (mindsThinData && isThin(points)) {
        return current;
      }
      return rule.evaluate(input.hasBand() ? window(0).verdicts() : points, current);
    }

    /** Returns whether a data point that would decide rests on too few samples. */
    private boolean isThin(double[] points) {
      int used = 0;
      for (int i = points.length - 1; i >= 0 && used < spec.evaluationPeriods(); i--) {
        if (!Double.isNaN(points[i])) {
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
