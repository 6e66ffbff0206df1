package io.headroom.autoscaling;

import io.headroom.autoscaling.AttachedPolicy.Proposal;
import io.headroom.autoscaling.ScaleOut.Trail;
import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Datapoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the way from the rise of the load to each decision of one group's policies. */
final class Trails {
  private final GroupRun run;
  private final Map<String, Long> lastScaleOuts = new HashMap<>();

  Trails(GroupRun run) {
    this.run = run;
  }

  /** Returns the way to a decision that is taken now. */
  Trail of(Proposal proposal, boolean scalesOut) {
    String policy = proposal.policy().name();
    Trail trail =
        proposal
            .alarm()
            .map(evaluation -> of(policy, evaluation))
            .orElseGet(() -> from(policy, Optional.empty(), run.nowNanos()));
    if (scalesOut) {
      lastScaleOuts.put(policy, run.nowNanos());
    }
    return trail;
  }

  private Trail of(String policy, AlarmEvaluation evaluation) {
    String alarm = evaluation.spec().name();
    AlarmEvaluation transition = transition(evaluation);
    Long lastNanos = lastScaleOuts.get(policy);
    if (lastNanos != null && lastNanos >= transition.timeNanos()) {
      return from(policy, Optional.of(alarm), lastNanos);
    }
    List<Datapoint> points = transition.datapoints();
    if (points.isEmpty()) {
      return from(policy, Optional.of(alarm), transition.timeNanos());
    }
    long newestNanos = points.get(points.size() - 1).timestampNanos();
    long riseNanos = rise(transition, points);
    return new Trail(
        policy,
        Optional.of(alarm),
        riseNanos,
        riseNanos + transition.spec().period().toNanos(),
        transition.timeNanos() - (newestNanos - riseNanos),
        transition.timeNanos(),
        run.nowNanos());
  }

  private Trail from(String policy, Optional<String> alarm, long startNanos) {
    return new Trail(policy, alarm, startNanos, startNanos, startNanos, startNanos, run.nowNanos());
  }

  /** Returns the evaluation that brought the alarm into the state that it has. */
  private AlarmEvaluation transition(AlarmEvaluation evaluation) {
    List<AlarmEvaluation> transitions =
        run.environment()
            .alarms()
            .alarm(evaluation.spec().name())
            .map(Alarm::transitions)
            .orElse(List.of());
    for (int i = transitions.size() - 1; i >= 0; i--) {
      AlarmEvaluation each = transitions.get(i);
      if (each.timeNanos() <= evaluation.timeNanos()) {
        return each;
      }
    }
    return evaluation;
  }

  /** Returns the start of the first data point of the newest unbroken breach. */
  private static long rise(AlarmEvaluation evaluation, List<Datapoint> points) {
    int first = points.size() - 1;
    while (first > 0 && !breaches(evaluation, points.get(first))) {
      first--;
    }
    while (first > 0 && breaches(evaluation, points.get(first - 1))) {
      first--;
    }
    return points.get(first).timestampNanos();
  }

  /** For an alarm that asks in state OK, what breaches is to be within the threshold. */
  private static boolean breaches(AlarmEvaluation evaluation, Datapoint point) {
    AlarmSpec spec = evaluation.spec();
    boolean isOut = spec.comparison().breaches(point.value(), spec.threshold());
    return isOut == (evaluation.state() == AlarmState.ALARM);
  }
}
