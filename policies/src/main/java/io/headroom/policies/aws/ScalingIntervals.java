package io.headroom.policies.aws;

import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Absolute intervals of a metric with the change that each asks for, as the console shows them and
 * the AWS Cloud Development Kit takes them; the API wants two step scaling policies with bounds
 * relative to their alarms' thresholds.
 *
 * <p>Repository aws/aws-cdk, module aws-autoscaling-common, "Interval" and "Alarm" utilities; "Step
 * and simple scaling policies for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide.
 *
 * @param all the intervals, in any order
 */
public record ScalingIntervals(List<Interval> all) {
  private static final int FEWEST = 2;
  private static final int MOST = 40;

  /** Copies the list. */
  public ScalingIntervals {
    all = List.copyOf(all);
  }

  /** Returns the intervals. */
  public static ScalingIntervals of(Interval... intervals) {
    return new ScalingIntervals(List.of(intervals));
  }

  /**
   * An interval of the metric.
   *
   * @param lower its lower bound; empty for that of the neighbour
   * @param upper its upper bound; empty for that of the neighbour
   * @param change the adjustment; empty for none
   */
  public record Interval(OptionalDouble lower, OptionalDouble upper, OptionalInt change) {
    /** Returns the interval up to a bound. */
    public static Interval upTo(double upper, int change) {
      return new Interval(OptionalDouble.empty(), OptionalDouble.of(upper), OptionalInt.of(change));
    }

    /** Returns the interval from a bound on. */
    public static Interval from(double lower, int change) {
      return new Interval(OptionalDouble.of(lower), OptionalDouble.empty(), OptionalInt.of(change));
    }

    /** Returns the interval between two bounds. */
    public static Interval between(double lower, double upper, int change) {
      return new Interval(
          OptionalDouble.of(lower), OptionalDouble.of(upper), OptionalInt.of(change));
    }

    private double key() {
      return lower.orElseGet(() -> upper.orElse(0));
    }
  }

  /**
   * One of the two policies.
   *
   * @param threshold the threshold of its alarm
   * @param steps its steps, with bounds relative to the threshold
   */
  public record Side(double threshold, Steps steps) {}

  /**
   * The two policies; either may be missing.
   *
   * @param lower asked while the metric is at most its threshold
   * @param upper asked while the metric is at least its threshold
   */
  public record Sides(Optional<Side> lower, Optional<Side> upper) {}

  /**
   * Returns the two policies.
   *
   * @param type what the changes mean
   * @throws AutoScalingException if the intervals cannot be split
   */
  public Sides split(AdjustmentType type) {
    List<Complete> intervals = new IntervalFilling(all).complete(type);
    int quiet = quiet(intervals);
    int half = intervals.size() / 2;
    int lower = quiet >= 0 ? quiet - 1 : half - 1;
    int upper = quiet >= 0 ? quiet + 1 : half;
    return new Sides(
        lower >= 0 ? Optional.of(lower(intervals, lower)) : Optional.empty(),
        upper < intervals.size() ? Optional.of(upper(intervals, upper)) : Optional.empty());
  }

  /**
   * Returns the policies with their alarms, which look at one period.
   *
   * @param metric which metric
   * @param statistic which statistic of it
   * @param type what the changes mean
   */
  public List<StepScaling> policies(Metric metric, Statistic statistic, AdjustmentType type) {
    Sides sides = split(type);
    List<StepScaling> policies = new ArrayList<>();
    sides.lower.ifPresent(
        side ->
            policies.add(
                policy(
                    "lower",
                    AlarmSpec.when(metric, statistic).isAtMost(side.threshold),
                    side,
                    type)));
    sides.upper.ifPresent(
        side ->
            policies.add(
                policy(
                    "upper",
                    AlarmSpec.when(metric, statistic).isAtLeast(side.threshold),
                    side,
                    type)));
    return policies;
  }

  private static StepScaling policy(
      String name, AlarmSpec.Builder alarm, Side side, AdjustmentType type) {
    StepScaling policy = StepScaling.on(alarm.named(name).build()).named(name).type(type);
    return new StepScaling(
        policy.name(),
        policy.alarms(),
        type,
        side.steps,
        policy.minimumMagnitude(),
        policy.aggregation(),
        policy.warmup());
  }

  private static int quiet(List<Complete> intervals) {
    int found = -1;
    for (int i = 0; i < intervals.size(); i++) {
      if (intervals.get(i).change.isEmpty()) {
        if (found >= 0) {
          throw refused("more than one range without a change");
        }
        found = i;
      }
    }
    return found;
  }

  private static Side lower(List<Complete> intervals, int last) {
    double threshold = intervals.get(last).upper;
    List<Step> steps = new ArrayList<>();
    for (int i = last; i >= 0; i--) {
      Complete each = intervals.get(i);
      OptionalDouble bound =
          i == 0 ? OptionalDouble.empty() : OptionalDouble.of(each.lower - threshold);
      steps.add(new Step(bound, OptionalDouble.of(each.upper - threshold), each.change.orElse(0)));
    }
    return new Side(threshold, new Steps(steps));
  }

  private static Side upper(List<Complete> intervals, int first) {
    double threshold = intervals.get(first).lower;
    List<Step> steps = new ArrayList<>();
    for (int i = first; i < intervals.size(); i++) {
      Complete each = intervals.get(i);
      OptionalDouble bound =
          i == intervals.size() - 1
              ? OptionalDouble.empty()
              : OptionalDouble.of(each.upper - threshold);
      steps.add(new Step(OptionalDouble.of(each.lower - threshold), bound, each.change.orElse(0)));
    }
    return new Side(threshold, new Steps(steps));
  }

  static AutoScalingException refused(String why) {
    return new AutoScalingException("intervals", List.of(PolicyRefusals.steps(why)));
  }

  /** An interval with both bounds; the last one is open to infinity. */
  record Complete(double lower, double upper, OptionalInt change) {}

  /** Checks how many intervals there are, and that each has a bound. */
  static void requireNumber(List<Interval> intervals) {
    if (intervals.size() < FEWEST || intervals.size() > MOST) {
      throw refused(
          "%d to %d intervals are needed, found %d".formatted(FEWEST, MOST, intervals.size()));
    }
    for (Interval each : intervals) {
      if (each.lower.isEmpty() && each.upper.isEmpty()) {
        throw refused("each interval needs a bound");
      }
    }
  }

  /** Returns the intervals in order. */
  static List<Interval> sorted(List<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.sort((a, b) -> Double.compare(a.key(), b.key()));
    return sorted;
  }
}
