package io.headroom.policies.aws;

import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.autoscaling.ScalingDecision;
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
        ? onHigh(metric, context.capacity())
        : onLow(metric, context.capacity());
  }

  private ScalingDecision onHigh(double metric, GroupCapacity capacity) {
    if (capacity.warm() == 0) {
      return ScalingDecision.none(Obstacle.WARMUP, "no instance is warm");
    }
    int needed = Capacity.needed(capacity.warm(), metric, policy.target());
    return ScalingDecision.atLeast(needed, reason(capacity.warm() + " warm", metric, needed));
  }

  private ScalingDecision onLow(double metric, GroupCapacity capacity) {
    int base = capacity.scaleInBase();
    int needed =
        Math.max(
            Capacity.needed(base, metric, policy.target()),
            Capacity.afterLargestScaleIn(base, policy.largestScaleIn()));
    return ScalingDecision.atMost(needed, reason(base + " in service or leaving", metric, needed));
  }

  private String reason(String base, double metric, int needed) {
    return "%s x %s / %s needs %d".formatted(base, metric, policy.target(), needed);
  }
}
