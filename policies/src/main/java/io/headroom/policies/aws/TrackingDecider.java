package io.headroom.policies.aws;

import io.headroom.autoscaling.AutoScalingSettings;
import io.headroom.autoscaling.AutoScalingSettings.WarmupBase;
import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.TargetTrackingSettings;
import io.headroom.autoscaling.TargetTrackingSettings.EmptyGroup;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.Comparison;
import io.headroom.cloudwatch.Datapoint;
import java.util.Optional;

/**
 * Decides for a target tracking policy by the newest value of the metric: the high alarm asks for
 * the capacity that the warm instances' load needs, the low alarm for that of the instances in
 * service and leaving.
 */
record TrackingDecider(TargetTracking policy) implements Decider {

  @Override
  public ScalingDecision decide(ScalingContext context) {
    Optional<AlarmEvaluation> alarm = context.alarm();
    Optional<Datapoint> newest = alarm.flatMap(AlarmEvaluation::newest);
    if (alarm.isEmpty() || newest.isEmpty()) {
      return ScalingDecision.none(Obstacle.MISSING_DATA, "no data point");
    }
    double metric = newest.get().value();
    return alarm.get().spec().comparison() == Comparison.GREATER_THAN
        ? onHigh(metric, context)
        : onLow(metric, alarm.get(), context);
  }

  private ScalingDecision onHigh(double metric, ScalingContext context) {
    AutoScalingSettings settings = context.group().settings();
    int base = context.capacity().scaleOutBase(settings.warmupBase());
    if (base == 0 && settings.targetTracking().emptyGroup() == EmptyGroup.NO_ACTION) {
      return ScalingDecision.none(
          context.capacity().desired() == 0 ? Obstacle.EMPTY_GROUP : Obstacle.WARMUP,
          "no instance is warm");
    }
    int counted = Math.max(1, base);
    int needed = Capacity.needed(counted, metric, policy.target());
    String what = settings.warmupBase() == WarmupBase.DESIRED ? " desired" : " warm";
    return ScalingDecision.atLeast(needed, reason(counted + what, metric, needed));
  }

  private ScalingDecision onLow(double metric, AlarmEvaluation alarm, ScalingContext context) {
    TargetTrackingSettings settings = context.group().settings().targetTracking();
    double threshold = policy.lowThreshold(settings, context.capacity().desired());
    if (threshold < alarm.spec().threshold()
        && alarm.datapoints().stream().anyMatch(point -> point.value() >= threshold)) {
      return ScalingDecision.none(
          Obstacle.LOW_THRESHOLD,
          "not all periods are below %s, where so small a group may scale in".formatted(threshold));
    }
    int base = context.capacity().scaleInBase();
    double share = policy.largestScaleIn().orElse(settings.maxScaleInFraction());
    int needed = Capacity.needed(base, metric, policy.target());
    int least = Capacity.afterLargestScaleIn(base, share);
    String why = reason(base + " in service or leaving", metric, needed);
    return needed < least
        ? ScalingDecision.atMost(least, why).limitedBy(Obstacle.SCALE_IN_SHARE)
        : ScalingDecision.atMost(needed, why);
  }

  private String reason(String base, double metric, int needed) {
    return base + " x " + metric + " / " + policy.target() + " needs " + needed;
  }
}
