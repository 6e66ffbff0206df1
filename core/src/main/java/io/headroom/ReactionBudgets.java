package io.headroom;

import io.headroom.ReactionBudget.Part;
import io.headroom.ReactionBudget.Stage;
import io.headroom.autoscaling.ScaleOut;
import io.headroom.ec2.Instance;
import io.headroom.elb.LoadBalancer;
import io.headroom.elb.LoadBalancers;
import io.headroom.elb.TargetGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Splits the time of each scale-out by the instance that was last to take its full share of the
 * traffic. Scale-outs that were not done by the end of the run are left out.
 */
final class ReactionBudgets {
  private static final long NEVER = -1;

  private final LoadBalancers balancers;

  ReactionBudgets(LoadBalancers balancers) {
    this.balancers = balancers;
  }

  List<ReactionBudget> of(List<ScaleOut> scaleOuts) {
    return scaleOuts.stream().map(this::of).flatMap(Optional::stream).toList();
  }

  private Optional<ReactionBudget> of(ScaleOut scaleOut) {
    boolean unfinished =
        scaleOut.instances().isEmpty()
            || scaleOut.instances().stream().anyMatch(i -> fullShareNanos(i) == NEVER);
    if (unfinished) {
      return Optional.empty();
    }
    Instance last =
        scaleOut.instances().stream()
            .max(Comparator.comparingLong(this::fullShareNanos))
            .orElseThrow();
    ScaleOut.Trail trail = scaleOut.trail();
    ScaleOut.Asking asking = trail.asking();
    Stages stages = new Stages(asking.riseNanos());
    stages.until(Stage.METRIC_PERIOD, asking.periodEndNanos());
    stages.until(Stage.VISIBILITY_DELAY, asking.visibleNanos());
    stages.until(Stage.ALARM_DATAPOINTS, asking.alarmNanos());
    stages.until(Stage.PACING, trail.freeNanos());
    stages.until(Stage.ALARM_ACTION, trail.decisionNanos());
    stages.until(Stage.LAUNCH, last.runningNanos());
    stages.until(Stage.BOOT, last.answeringNanos());
    stages.until(Stage.HEALTH_CHECKS, healthyNanos(last));
    stages.until(Stage.SLOW_START, fullShareNanos(last));
    return Optional.of(
        new ReactionBudget(
            scaleOut.group(),
            trail.policy(),
            asking.riseNanos(),
            scaleOut.instances().size(),
            stages.parts));
  }

  /** Parts that follow each other; an instant that lies before the last one takes no time. */
  private static final class Stages {
    private final List<Part> parts = new ArrayList<>();
    private long lastNanos;

    Stages(long riseNanos) {
      lastNanos = riseNanos;
    }

    void until(Stage stage, long nanos) {
      long untilNanos = Math.max(lastNanos, nanos);
      parts.add(new Part(stage, Duration.ofNanos(untilNanos - lastNanos)));
      lastNanos = untilNanos;
    }
  }

  /** Without a load balancer an instance takes traffic as soon as it answers. */
  private long healthyNanos(Instance instance) {
    return targetGroups()
        .mapToLong(targets -> targets.healthyNanos(instance))
        .filter(nanos -> nanos != NEVER)
        .max()
        .orElse(instance.answeringNanos());
  }

  private long fullShareNanos(Instance instance) {
    return targetGroups()
        .mapToLong(targets -> targets.fullShareNanos(instance))
        .filter(nanos -> nanos != NEVER)
        .max()
        .orElse(balancers.all().isEmpty() ? instance.answeringNanos() : NEVER);
  }

  private Stream<TargetGroup> targetGroups() {
    return balancers.all().stream().map(LoadBalancer::targetGroups).flatMap(List::stream);
  }
}
