package io.headroom.policies.aws;

import io.headroom.autoscaling.AutoScalingSettings.UnboundedStep;
import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.Pacing.ScaleIn;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Trigger;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Step scaling: the further the metric is from the alarm's threshold, the larger the adjustment.
 *
 * <p>"Step and simple scaling policies for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User
 * Guide. A scale-out counts from the warm instances and is compared with the desired capacity, so a
 * breach that goes on while instances warm up adds only what a higher step asks for. Steps are
 * checked when the policy meets its group, since they are given one after the other.
 *
 * @param name the policy's name
 * @param alarms what asks it; each invocation carries its own threshold
 * @param type what the adjustments of the steps mean; default the change in instances
 * @param steps the steps
 * @param minimumMagnitude by how many instances a change in percent changes the capacity at least
 * @param aggregation what makes one number of the alarm's newest data points; default their mean
 * @param warmup the warm-up of launches; empty for the group's default warm-up
 */
public record StepScaling(
    String name,
    AlarmTriggers alarms,
    AdjustmentType type,
    Steps steps,
    OptionalInt minimumMagnitude,
    MetricAggregation aggregation,
    Optional<Duration> warmup)
    implements ScalingPolicy {

  /** Returns a policy without steps that alarms in state ALARM ask. */
  public static StepScaling on(AlarmSpec... alarms) {
    return new StepScaling(
        "step scaling",
        AlarmTriggers.on(alarms),
        AdjustmentType.CHANGE_IN_CAPACITY,
        new Steps(List.of()),
        OptionalInt.empty(),
        MetricAggregation.AVERAGE,
        Optional.empty());
  }

  /** Returns a policy without steps that an alarm in state ALARM asks. */
  public static StepScaling on(AlarmSpec.Builder alarm) {
    return on(alarm.build());
  }

  /** Returns a copy with a step from one distance above the threshold to another. */
  public StepScaling step(double lower, double upper, int adjustment) {
    return step(OptionalDouble.of(lower), OptionalDouble.of(upper), adjustment);
  }

  /** Returns a copy with a step from a distance above the threshold on. */
  public StepScaling step(double lower, int adjustment) {
    return step(OptionalDouble.of(lower), OptionalDouble.empty(), adjustment);
  }

  /** Returns a copy with a step up to a distance from the threshold, negative below it. */
  public StepScaling stepUpTo(double upper, int adjustment) {
    return step(OptionalDouble.empty(), OptionalDouble.of(upper), adjustment);
  }

  private StepScaling step(OptionalDouble lower, OptionalDouble upper, int adjustment) {
    return steps(steps.and(new Step(lower, upper, adjustment)));
  }

  /** Returns a copy with other steps. */
  public StepScaling steps(Steps newSteps) {
    return new StepScaling(name, alarms, type, newSteps, minimumMagnitude, aggregation, warmup);
  }

  /** Returns a copy with another name. */
  public StepScaling named(String newName) {
    return new StepScaling(newName, alarms, type, steps, minimumMagnitude, aggregation, warmup);
  }

  /** Returns a copy whose adjustments mean something else. */
  public StepScaling type(AdjustmentType newType) {
    return new StepScaling(name, alarms, newType, steps, minimumMagnitude, aggregation, warmup);
  }

  /** Returns a copy whose changes in percent are at least so many instances. */
  public StepScaling minimumMagnitude(int instances) {
    return new StepScaling(
        name, alarms, type, steps, OptionalInt.of(instances), aggregation, warmup);
  }

  /** Returns a copy with another aggregation. */
  public StepScaling aggregation(MetricAggregation newAggregation) {
    return new StepScaling(name, alarms, type, steps, minimumMagnitude, newAggregation, warmup);
  }

  /** Returns a copy with a warm-up of its own. */
  public StepScaling warmup(Duration newWarmup) {
    return new StepScaling(
        name, alarms, type, steps, minimumMagnitude, aggregation, Optional.of(newWarmup));
  }

  /** Returns a copy that another alarm asks too, in a state of its own. */
  public StepScaling and(AlarmSpec alarm, AlarmState state) {
    return new StepScaling(
        name, alarms.and(alarm, state), type, steps, minimumMagnitude, aggregation, warmup);
  }

  /**
   * Returns why AWS would refuse the policy; empty if it would not.
   *
   * @param unbounded how to take a step without bounds (C5)
   */
  public List<Refusal> refusals(UnboundedStep unbounded) {
    List<Refusal> refusals = new ArrayList<>(steps.refusals(unbounded));
    for (Step step : steps.all()) {
      refusals.addAll(adjustment(step).refusals());
    }
    return refusals.stream().distinct().toList();
  }

  Adjustment adjustment(Step step) {
    return new Adjustment(type, step.adjustment(), minimumMagnitude);
  }

  /**
   * {@inheritDoc}
   *
   * @throws AutoScalingException with every reason, if AWS would refuse the policy
   */
  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    AutoScalingException.require("policy " + name, refusals(group.settings().unboundedStep()));
    return alarms.of(group);
  }

  @Override
  public Decider newDecider() {
    return new StepDecider(this);
  }

  @Override
  public Pacing pacing() {
    return new Pacing.Warmup(warmup, ScaleIn.ALONE);
  }
}
