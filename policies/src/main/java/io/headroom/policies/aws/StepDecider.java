package io.headroom.policies.aws;

import io.headroom.autoscaling.AutoScalingSettings.WarmupBase;
import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.Datapoint;
import java.util.List;
import java.util.Optional;

/**
 * Decides for a step scaling policy: the metric picks a step, the step changes the warm capacity on
 * the way out, and the capacity in service and leaving on the way in.
 */
record StepDecider(StepScaling policy) implements Decider {

  @Override
  public ScalingDecision decide(ScalingContext context) {
    Optional<AlarmEvaluation> alarm = context.alarm();
    List<Double> values = alarm.map(StepDecider::newestPeriods).orElse(List.of());
    if (alarm.isEmpty() || values.isEmpty()) {
      return ScalingDecision.none(Obstacle.MISSING_DATA, "no data point");
    }
    double metric = policy.aggregation().of(values);
    double threshold = alarm.get().spec().threshold();
    Optional<Step> step = policy.steps().pick(metric, threshold);
    return step.isPresent()
        ? decide(policy.adjustment(step.get()), metric, context)
        : ScalingDecision.none(
            Obstacle.NO_STEP,
            "No step adjustment found for metric value [%s] and breach threshold %s"
                .formatted(metric, threshold));
  }

  private static ScalingDecision decide(
      Adjustment adjustment, double metric, ScalingContext context) {
    GroupCapacity capacity = context.capacity();
    if (adjustment.raises(capacity.desired())) {
      WarmupBase kind = context.group().settings().warmupBase();
      int base = capacity.scaleOutBase(kind);
      return ScalingDecision.atLeast(
          adjustment.applyTo(base),
          "metric %s: %d %s, %s"
              .formatted(
                  metric, base, kind == WarmupBase.DESIRED ? "desired" : "warm", adjustment));
    }
    if (adjustment.lowers(capacity.desired())) {
      int base = capacity.scaleInBase();
      return ScalingDecision.atMost(
          adjustment.applyTo(base),
          "metric %s: %d in service or leaving, %s".formatted(metric, base, adjustment));
    }
    return ScalingDecision.none("metric %s: the step changes nothing".formatted(metric));
  }

  /** AL6: the data points among the alarm's last evaluation periods. */
  private static List<Double> newestPeriods(AlarmEvaluation evaluation) {
    long lengthNanos = evaluation.spec().period().toNanos() * evaluation.spec().evaluationPeriods();
    long newestNanos = evaluation.newest().map(Datapoint::timestampNanos).orElse(0L);
    return evaluation.datapoints().stream()
        .filter(point -> point.timestampNanos() > newestNanos - lengthNanos)
        .map(Datapoint::value)
        .toList();
  }
}
