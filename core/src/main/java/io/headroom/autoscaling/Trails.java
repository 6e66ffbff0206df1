package io.headroom.autoscaling;

import io.headroom.autoscaling.AttachedPolicy.Proposal;
import io.headroom.autoscaling.ScaleOut.Asking;
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
  private final PacingRules pacing;
  private final Map<Route, Long> answers = new HashMap<>();
  private final Map<Route, Wait> waits = new HashMap<>();

  Trails(GroupRun run, PacingRules pacing) {
    this.run = run;
    this.pacing = pacing;
  }

  /** Who is asked by what. */
  private record Route(String policy, String alarm) {}

  /**
   * How long a policy has been held back.
   *
   * @param since the first evaluation that asked in vain
   * @param lastNanos when the policy was asked in vain the last time
   */
  private record Wait(AlarmEvaluation since, long lastNanos) {}

  /**
   * Takes note of a proposal that has been decided: either pacing held it back, or it was answered,
   * be it with no.
   *
   * @param obstacles what stood in its way
   */
  void observe(Proposal proposal, List<Obstacle> obstacles) {
    proposal
        .alarm()
        .ifPresent(
            evaluation -> {
              Route route = route(proposal, evaluation);
              if (pacing.holdsBack(proposal.policy(), obstacles)) {
                AlarmEvaluation since =
                    waitSince(route, transition(evaluation)).map(Wait::since).orElse(evaluation);
                waits.put(route, new Wait(since, run.nowNanos()));
              } else {
                waits.remove(route);
                answers.put(route, run.nowNanos());
              }
            });
  }

  private static Route route(Proposal proposal, AlarmEvaluation evaluation) {
    return new Route(proposal.policy().name(), evaluation.spec().name());
  }

  /** Returns the wait that began after the alarm went to its state. */
  private Optional<Wait> waitSince(Route route, AlarmEvaluation transition) {
    return Optional.ofNullable(waits.get(route))
        .filter(wait -> wait.since.timeNanos() >= transition.timeNanos());
  }

  /** Returns the way to a decision that is taken now. */
  Trail of(Proposal proposal) {
    return proposal
        .alarm()
        .map(evaluation -> of(proposal, evaluation))
        .orElseGet(() -> atOnce(proposal));
  }

  private Trail atOnce(Proposal proposal) {
    long now = run.nowNanos();
    return new Trail(
        proposal.policy().name(), Optional.empty(), new Asking(now, now, now, now), now, now);
  }

  private Trail of(Proposal proposal, AlarmEvaluation evaluation) {
    AlarmEvaluation transition = transition(evaluation);
    Route route = route(proposal, evaluation);
    Optional<Wait> wait = waitSince(route, transition);
    Long answered = answers.get(route);
    Asking asking =
        answered != null && answered >= transition.timeNanos()
            ? again(wait.map(Wait::since).orElse(evaluation))
            : first(transition);
    long freeNanos = wait.map(found -> freeNanos(proposal, found)).orElse(asking.alarmNanos());
    return new Trail(route.policy, Optional.of(route.alarm), asking, freeNanos, run.nowNanos());
  }

  /** The policy was held back when it was asked before, so it cannot have been free earlier. */
  private long freeNanos(Proposal proposal, Wait wait) {
    long nanos = Math.max(wait.lastNanos, pacing.freeNanos(proposal.policy()));
    return Math.min(nanos, run.nowNanos());
  }

  /** The way to the first answer: from the first data point of the breach to the alarm. */
  private static Asking first(AlarmEvaluation transition) {
    List<Datapoint> points = transition.datapoints();
    long alarmNanos = transition.timeNanos();
    if (points.isEmpty()) {
      return new Asking(alarmNanos, alarmNanos, alarmNanos, alarmNanos);
    }
    long newestNanos = points.get(points.size() - 1).timestampNanos();
    long riseNanos = rise(transition, points);
    return new Asking(
        riseNanos,
        riseNanos + transition.spec().period().toNanos(),
        alarmNanos - (newestNanos - riseNanos),
        alarmNanos);
  }

  /** The way to a later answer: from the newest data point with which the alarm asked again. */
  private static Asking again(AlarmEvaluation evaluation) {
    long nowNanos = evaluation.timeNanos();
    long riseNanos = evaluation.newest().map(Datapoint::timestampNanos).orElse(nowNanos);
    long endNanos = Math.min(nowNanos, riseNanos + evaluation.spec().period().toNanos());
    return new Asking(riseNanos, endNanos, nowNanos, nowNanos);
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
