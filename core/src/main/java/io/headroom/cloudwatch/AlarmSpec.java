package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An alarm on a metric or metric math: what it watches, what sets it off and what it does then.
 *
 * <p>Immutable; equal if all properties are. "PutMetricAlarm", CloudWatch API Reference, has the
 * meaning and the limits of each property.
 *
 * <pre>{@code
 * AlarmSpec.when(cpu, Statistic.AVERAGE).isAtLeast(60).datapoints(3, 5).period(ofMinutes(1))
 *     .named("cpu-high").onAlarm("scale-out").build()
 * }</pre>
 */
public final class AlarmSpec {
  private final String name;
  private final String description;
  private final AlarmInput input;
  private final AlarmCondition condition;
  private final MissingData missingData;
  private final LowSamples lowSamples;
  private final AlarmActions actions;
  private final OptionalInt evaluationRange;
  private final Optional<ZoneId> wallClock;
  private final Optional<AlarmWarmUp> warmUp;

  private AlarmSpec(Builder builder) {
    input = builder.input;
    condition =
        new AlarmCondition(
            builder.comparison,
            builder.threshold,
            builder.datapointsToAlarm,
            builder.evaluationPeriods);
    name =
        builder.name.orElseGet(
            () -> "%s %s %s".formatted(input, builder.comparison.symbol(), builder.threshold));
    description = builder.description;
    missingData = builder.missingData;
    lowSamples = builder.lowSamples;
    actions = builder.actions;
    evaluationRange = builder.evaluationRange;
    wallClock = builder.wallClock;
    warmUp = builder.warmUp;
  }

  /** Starts an alarm that watches a statistic of a metric. */
  public static Builder when(Metric metric, Statistic statistic) {
    return when(new MetricStat(metric, statistic, Duration.ofMinutes(1)));
  }

  /** Starts an alarm that watches a statistic, or the result of metric math. */
  public static Builder when(AlarmInput input) {
    return new Builder(input);
  }

  /** Starts an alarm with all the properties of this one. */
  public Builder toBuilder() {
    Builder builder = new Builder(input);
    builder.comparison = condition.comparison();
    builder.threshold = condition.threshold();
    builder.datapoints(condition.datapointsToAlarm(), condition.evaluationPeriods());
    builder.name = Optional.of(name);
    builder.description = description;
    builder.missingData = missingData;
    builder.lowSamples = lowSamples;
    builder.actions = actions;
    builder.evaluationRange = evaluationRange;
    builder.wallClock = wallClock;
    builder.warmUp = warmUp;
    return builder;
  }

  /** Returns the name, unique in a run. */
  public String name() {
    return name;
  }

  /** Returns the description, empty by default. */
  public String description() {
    return description;
  }

  /** Returns what is watched, with its period. */
  public AlarmInput input() {
    return input;
  }

  /** Returns the statistic of a metric that is watched; empty for metric math. */
  public Optional<MetricStat> metricStat() {
    return input instanceof MetricStat stat ? Optional.of(stat) : Optional.empty();
  }

  /**
   * Returns the metric that is watched.
   *
   * @throws IllegalStateException if the alarm watches metric math
   */
  public Metric metric() {
    return single().metric();
  }

  /**
   * Returns the statistic that is watched.
   *
   * @throws IllegalStateException if the alarm watches metric math
   */
  public Statistic statistic() {
    return single().statistic();
  }

  private MetricStat single() {
    return metricStat()
        .orElseThrow(
            () -> new IllegalStateException("alarm '%s' watches metric math".formatted(name)));
  }

  /** Returns the length of a bucket. */
  public Duration period() {
    return input.period();
  }

  /** Returns what sets the alarm off. */
  public AlarmCondition condition() {
    return condition;
  }

  /** Returns the relation that is out of bounds. */
  public Comparison comparison() {
    return condition.comparison();
  }

  /** Returns what values are compared with. */
  public double threshold() {
    return condition.threshold();
  }

  /** Returns N, how many of the newest data points count. */
  public int evaluationPeriods() {
    return condition.evaluationPeriods();
  }

  /** Returns M, how many data points must be out of bounds. */
  public int datapointsToAlarm() {
    return condition.datapointsToAlarm();
  }

  /** Returns what the alarm makes of buckets without data. */
  public MissingData missingData() {
    return missingData;
  }

  /** Returns what a percentile alarm does with buckets of few samples. */
  public LowSamples lowSamples() {
    return lowSamples;
  }

  /** Returns what the alarm does on entering its states. */
  public AlarmActions actions() {
    return actions;
  }

  /** Returns how many buckets the alarm asks for, if not what {@link EvaluationRange} says. */
  public OptionalInt evaluationRange() {
    return evaluationRange;
  }

  /** Returns the zone whose clock the buckets follow, if they do not slide. */
  public Optional<ZoneId> wallClock() {
    return wallClock;
  }

  /** Returns the time after its creation in which the alarm only gathers data. */
  public Optional<AlarmWarmUp> warmUp() {
    return warmUp;
  }

  private List<Object> properties() {
    return List.of(
        name,
        description,
        input,
        condition,
        missingData,
        lowSamples,
        actions,
        evaluationRange,
        wallClock,
        warmUp);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlarmSpec spec && properties().equals(spec.properties());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, input, condition);
  }

  @Override
  public String toString() {
    return "%s: %s %s of %d s".formatted(name, input, condition, period().toSeconds());
  }

  /** Collects the properties of an alarm; not thread-safe. */
  public static final class Builder {
    private AlarmInput input;
    private Comparison comparison = Comparison.GREATER_THAN;
    private double threshold = Double.NaN;
    private int datapointsToAlarm = 1;
    private int evaluationPeriods = 1;
    private Optional<String> name = Optional.empty();
    private String description = "";
    private MissingData missingData = MissingData.MISSING;
    private LowSamples lowSamples = LowSamples.EVALUATE;
    private AlarmActions actions = AlarmActions.NONE;
    private OptionalInt evaluationRange = OptionalInt.empty();
    private Optional<ZoneId> wallClock = Optional.empty();
    private Optional<AlarmWarmUp> warmUp = Optional.empty();

    private Builder(AlarmInput input) {
      this.input = input;
    }

    /** Watches something else. */
    public Builder input(AlarmInput newInput) {
      input = newInput;
      return this;
    }

    /** Goes off above the threshold. */
    public Builder isAbove(double newThreshold) {
      return compares(Comparison.GREATER_THAN, newThreshold);
    }

    /** Goes off at the threshold and above. */
    public Builder isAtLeast(double newThreshold) {
      return compares(Comparison.GREATER_THAN_OR_EQUAL, newThreshold);
    }

    /** Goes off below the threshold. */
    public Builder isBelow(double newThreshold) {
      return compares(Comparison.LESS_THAN, newThreshold);
    }

    /** Goes off at the threshold and below. */
    public Builder isAtMost(double newThreshold) {
      return compares(Comparison.LESS_THAN_OR_EQUAL, newThreshold);
    }

    /** Goes off where the comparison with the threshold holds. Required, there is no default. */
    public Builder compares(Comparison newComparison, double newThreshold) {
      comparison = newComparison;
      threshold = newThreshold;
      return this;
    }

    /** Needs so many breaching data points out of so many. Default 1 of 1. */
    public Builder datapoints(int needed, int outOf) {
      datapointsToAlarm = needed;
      evaluationPeriods = outOf;
      return this;
    }

    /** Needs so many breaching data points in a row. Default 1. */
    public Builder datapoints(int inARow) {
      return datapoints(inARow, inARow);
    }

    /** Sets the length of a bucket: 10, 20, 30 or a multiple of 60 seconds. Default one minute. */
    public Builder period(Duration newPeriod) {
      input = input.withPeriod(newPeriod);
      return this;
    }

    /**
     * Watches the samples in one unit only. Default: the first unit that has data.
     *
     * @throws IllegalStateException if the alarm watches metric math, whose metrics name their own
     */
    public Builder unit(Unit newUnit) {
      if (!(input instanceof MetricStat stat)) {
        throw new IllegalStateException("the metrics of metric math name their own units");
      }
      input = stat.withUnit(newUnit);
      return this;
    }

    /** Sets the name, 1 to 255 characters. Default: what is watched and its threshold. */
    public Builder named(String newName) {
      name = Optional.of(newName);
      return this;
    }

    /** Sets the description, up to 1,024 characters. Default empty. */
    public Builder describedAs(String newDescription) {
      description = newDescription;
      return this;
    }

    /** Sets the treatment of buckets without data. Default {@link MissingData#MISSING}. */
    public Builder missingData(MissingData treatment) {
      missingData = treatment;
      return this;
    }

    /** Sets the treatment of thin buckets by a percentile. Default {@link LowSamples#EVALUATE}. */
    public Builder lowSamples(LowSamples treatment) {
      lowSamples = treatment;
      return this;
    }

    /** Sets all actions at once. Default none. */
    public Builder actions(AlarmActions newActions) {
      actions = newActions;
      return this;
    }

    /** Sets the actions on entering a state, at most five. Default none. */
    public Builder on(AlarmState state, List<String> newActions) {
      actions = actions.with(state, newActions);
      return this;
    }

    /** Sets the actions on entering ALARM, at most five. Default none. */
    public Builder onAlarm(String... newActions) {
      return on(AlarmState.ALARM, ImmutableList.copyOf(newActions));
    }

    /** Sets the actions on entering OK, at most five. Default none. */
    public Builder onOk(String... newActions) {
      return on(AlarmState.OK, ImmutableList.copyOf(newActions));
    }

    /** Keeps actions from running; the state changes all the same. */
    public Builder withoutActions() {
      actions = new AlarmActions(false, actions.byState());
      return this;
    }

    /** Asks for so many buckets, at least N. Default: what the settings of the run say. */
    public Builder evaluationRange(int buckets) {
      evaluationRange = OptionalInt.of(buckets);
      return this;
    }

    /** Lays the buckets along the clock of a zone. Default: they slide with the evaluation. */
    public Builder wallClock(ZoneId zone) {
      wallClock = Optional.of(zone);
      return this;
    }

    /**
     * Lets the alarm only gather data for a time after its creation. Default: it judges at once.
     */
    public Builder warmUp(AlarmWarmUp newWarmUp) {
      warmUp = Optional.of(newWarmUp);
      return this;
    }

    /** Returns the reasons for which CloudWatch would refuse the alarm, empty if there are none. */
    public List<AlarmProblem> problems() {
      return AlarmValidation.problems(new AlarmSpec(this));
    }

    /**
     * Returns the alarm.
     *
     * @throws IllegalArgumentException if CloudWatch would refuse it; the message lists every
     *     problem
     */
    public AlarmSpec build() {
      AlarmSpec spec = new AlarmSpec(this);
      AlarmValidation.require(spec.name, AlarmValidation.problems(spec));
      return spec;
    }
  }
}
