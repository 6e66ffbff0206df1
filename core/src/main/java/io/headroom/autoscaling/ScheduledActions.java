package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Carries out the scheduled actions of one group, a little late but in order (SC11).
 *
 * <p>"Scheduled scaling for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. An action
 * comes from outside, so it precedes alarms and policies of the same instant.
 */
final class ScheduledActions {
  private final GroupRun run;
  private final CapacityPlan plan;
  private final Launcher launcher;
  private final RandomStream lateness;
  private long newestNanos;

  ScheduledActions(GroupRun run, CapacityPlan plan, Launcher launcher) {
    this.run = run;
    this.plan = plan;
    this.launcher = launcher;
    lateness = run.stream("scheduled");
  }

  void start() {
    Instant start = run.environment().start();
    run.spec().scheduledActions().forEach(action -> plan(action, start));
  }

  private void plan(ScheduledAction action, Instant notBefore) {
    action.schedule().next(notBefore).ifPresent(due -> plan(due, action));
  }

  private void plan(Instant due, ScheduledAction action) {
    long dueNanos = Duration.between(run.environment().start(), due).toNanos();
    run.after(
        dueNanos - run.nowNanos(),
        Phase.WORLD,
        "scheduled action " + action.name(),
        () -> due(action, due));
  }

  private void due(ScheduledAction action, Instant due) {
    long lateNanos = run.nowNanos() + run.timings().scheduledLateness().sampleNanos(lateness);
    newestNanos = Math.max(newestNanos, lateNanos);
    run.after(
        newestNanos - run.nowNanos(),
        Phase.WORLD,
        "effect of scheduled action " + action.name(),
        () -> carryOut(action));
    plan(action, due.plusNanos(1));
  }

  private void carryOut(ScheduledAction action) {
    GroupSizes before = plan.sizes();
    if (plan.isClosed()) {
      record(action, before, List.of(Obstacle.GROUP_DELETED));
      return;
    }
    if (run.processes().isSuspended(ScalingProcess.SCHEDULED_ACTIONS)) {
      record(action, before, List.of(Obstacle.PROCESS_SUSPENDED));
      return;
    }
    Optional<GroupSizes> after = before.after(action);
    after.ifPresent(this::update);
    record(action, before, after.isPresent() ? List.of() : List.of(refusal(action, before)));
  }

  private void record(ScheduledAction action, GroupSizes before, List<Obstacle> obstacles) {
    run.ledger()
        .record(
            new LedgerEntry(
                run.nowNanos(),
                run.nowNanos(),
                1,
                run.name(),
                action.name(),
                "the schedule",
                reason(action),
                before.desired(),
                action.desired(),
                plan.desired(),
                obstacles,
                Optional.empty()));
  }

  private void update(GroupSizes sizes) {
    launcher.forgetFailures();
    plan.set(
        sizes,
        new CapacityChange.Origin(
            CauseText.scheduled(sizes),
            WarmupRule.ofGroup(run.spec()),
            run.spec().defaultCooldown(),
            Optional.empty()));
  }

  private static Obstacle refusal(ScheduledAction action, GroupSizes sizes) {
    int minimum = action.minimum().orElse(sizes.minimum());
    return action.desired().orElse(minimum) < minimum ? Obstacle.MINIMUM : Obstacle.MAXIMUM;
  }

  private static String reason(ScheduledAction action) {
    return "min: %s, max: %s, desired: %s"
        .formatted(text(action.minimum()), text(action.maximum()), text(action.desired()));
  }

  private static String text(OptionalInt size) {
    return size.isPresent() ? Integer.toString(size.getAsInt()) : "kept";
  }
}
