package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.refresh.RefreshBatch;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.refresh.RefreshPreferences.Blocked;
import io.headroom.autoscaling.refresh.RefreshStatus;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.autoscaling.termination.TerminationRequest.Cause;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.sim.Phase;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One instance refresh of one group: batch after batch leaves and is replaced, each waited for
 * until it is in service, healthy and warm, with stops at checkpoints (IR4 to IR16).
 *
 * <p>"Use an instance refresh to update instances in an Auto Scaling group", Amazon EC2 Auto
 * Scaling User Guide. The instances are put in order once, so that a refresh of many costs no more
 * for each of them.
 */
final class RefreshRun {
  private static final long BLOCKED_NANOS = SimTime.HOUR;
  private static final long LONGEST_NANOS = Duration.ofDays(14).toNanos();
  private static final List<ScalingProcess> NEEDED =
      List.of(ScalingProcess.INSTANCE_REFRESH, ScalingProcess.LAUNCH, ScalingProcess.TERMINATE);

  private final GroupRun run;
  private final Parts parts;
  private final RefreshLog log;
  private final RefreshOperation.Start request;
  private final AutoScalingGroupSpec before;
  private final InstanceMaintenancePolicy limits;
  private final Duration warmup;
  private final long startNanos;
  private final Deque<Member> todo = new ArrayDeque<>();
  private final List<Member> batch = new ArrayList<>();
  private final RefreshProgress progress;
  private long waitUntilNanos;
  private long movedNanos;
  private long enteredNanos;
  private boolean planned;

  /** What a refresh acts with. */
  record Parts(GroupMembers members, Reconciler reconciler, HealthWatch health) {
    Purchasing purchasing() {
      return reconciler.hands().launcher().purchasing();
    }
  }

  RefreshRun(GroupRun run, Parts parts, RefreshLog log, RefreshOperation.Start request) {
    this.run = run;
    this.parts = parts;
    this.log = log;
    this.request = request;
    startNanos = run.nowNanos();
    before = run.spec();
    RefreshPreferences preferences = request.preferences();
    limits = preferences.limits(run.spec().fleet().maintenance());
    warmup = preferences.warmup(run.spec().defaultWarmup(), run.spec().gracePeriod());
    progress = new RefreshProgress(log, preferences.checkpoints());
  }

  RefreshLog log() {
    return log;
  }

  /** Begins: whatever is launched from now on is of the desired configuration (IR10). */
  void start() {
    request
        .desired()
        .ifPresent(desired -> parts.purchasing().launchAs(before.launches(desired::applyTo)));
    replaceAllBut(request.preferences().skipMatching());
    log.becomes(RefreshStatus.IN_PROGRESS, "");
    tick();
  }

  private void replaceAllBut(boolean matching) {
    todo.clear();
    batch.clear();
    waitUntilNanos = 0;
    movedNanos = run.nowNanos();
    List<Member> all = parts.reconciler().inOrder(member -> member.is(Kind.IN_SERVICE));
    all.stream()
        .filter(member -> !matching || !parts.purchasing().matches(member.configuration()))
        .forEach(todo::add);
    progress.begin(all.size(), all.size() - todo.size(), parts.reconciler().desired());
  }

  /** Looks again each minute, so that an alarm, a block or a resumed process is noticed. */
  private void tick() {
    if (log.status().isActive()) {
      step();
      run.after(
          run.timings().rebalanceInterval().toNanos(), Phase.ACT, "instance refresh", this::tick);
    }
  }

  /** Learns that an instance of the group went to another state. */
  void moved(Member member) {
    if (member.is(LifecycleState.IN_SERVICE) && member.inServiceNanos() == run.nowNanos()) {
      enteredNanos = run.nowNanos();
    }
    if (!planned && log.status().isActive()) {
      planned = true;
      wake(run.nowNanos());
    }
  }

  private void wake(long timeNanos) {
    run.after(timeNanos - run.nowNanos(), Phase.ACT, "instance refresh", this::step);
  }

  private void step() {
    planned = false;
    if (!log.status().isActive() || isPaused()) {
      return;
    }
    Optional<String> alarm = alarm();
    if (alarm.isPresent()) {
      fail("alarm " + alarm.get() + " is in ALARM");
    } else if (run.nowNanos() - startNanos >= LONGEST_NANOS) {
      fail("it has lasted 14 days");
    } else if (log.status() == RefreshStatus.BAKING) {
      bake();
    } else if (batch.isEmpty() || isBatchDone()) {
      noticeGrowth();
      closeBatch();
      goOn();
    } else if (run.nowNanos() - Math.max(movedNanos, warmNanos()) >= BLOCKED_NANOS) {
      fail("replacements have not come into service and become healthy for an hour");
    }
  }

  private boolean isPaused() {
    for (ScalingProcess each : NEEDED) {
      if (run.processes().isSuspended(each)) {
        movedNanos = run.nowNanos();
        log.waits("process %s is suspended".formatted(each.awsName()), Obstacle.PROCESS_SUSPENDED);
        return true;
      }
    }
    return false;
  }

  /** An alarm that has begun a rollback does not end it. */
  private Optional<String> alarm() {
    return log.status() == RefreshStatus.ROLLBACK_IN_PROGRESS ? Optional.empty() : firstAlarm();
  }

  private Optional<String> firstAlarm() {
    return request.preferences().alarms().stream().filter(this::isInAlarm).findFirst();
  }

  private boolean isInAlarm(String name) {
    return run.environment()
        .alarms()
        .alarm(name)
        .filter(alarm -> alarm.state() == AlarmState.ALARM)
        .isPresent();
  }

  private long warmNanos() {
    return Math.max(movedNanos, enteredNanos) + warmup.toNanos();
  }

  /** The cheap questions come first; the instances are looked at only when the batch is warm. */
  private boolean isBatchDone() {
    Census census = parts.members().census();
    if (census.instances(Kind.PENDING) > 0
        || parts.reconciler().actual() < parts.reconciler().desired()
        || parts.reconciler().hands().launcher().orderedUnits() > 0
        || batch.stream().anyMatch(parts.reconciler().hands().replacer()::isReplacing)) {
      return false;
    }
    if (run.nowNanos() < warmNanos()) {
      wake(warmNanos());
      return false;
    }
    return !parts
        .members()
        .any(member -> member.is(Kind.IN_SERVICE) && !parts.health().passes(member));
  }

  /** An instance of the batch that stays after all is replaced later. */
  private void closeBatch() {
    if (batch.isEmpty()) {
      return;
    }
    List<Member> stayed = batch.stream().filter(old -> old.is(Kind.IN_SERVICE)).toList();
    todo.addAll(stayed);
    int gone = batch.size() - stayed.size();
    batch.clear();
    movedNanos = run.nowNanos();
    if (progress.replaced(gone).isPresent()) {
      waitUntilNanos = run.nowNanos() + request.preferences().delay().toNanos();
    }
  }

  /** With weights another type may be another number of instances, so that growth has no count. */
  private void noticeGrowth() {
    if (run.spec().fleet().mixed().filter(MixedInstancesPolicy::isWeighted).isEmpty()) {
      progress.grown(parts.reconciler().desired());
    }
  }

  private void goOn() {
    if (log.status() == RefreshStatus.CANCELLING) {
      end(RefreshStatus.CANCELLED, "a user cancelled it");
    } else if (isComplete()) {
      complete();
    } else if (run.nowNanos() < waitUntilNanos) {
      movedNanos = run.nowNanos();
      log.waits("the delay at checkpoint %d%%".formatted(progress.reached()), Obstacle.CHECKPOINT);
      wake(waitUntilNanos);
    } else {
      startBatch();
    }
  }

  private boolean isComplete() {
    while (!todo.isEmpty() && isOver(todo.getFirst())) {
      todo.removeFirst();
    }
    return todo.isEmpty() || progress.isAtEnd();
  }

  private boolean isOver(Member member) {
    return isGone(member) || isIgnored(member);
  }

  private static boolean isGone(Member member) {
    return !member.is(Kind.IN_SERVICE) && !member.is(Kind.STANDBY) && !member.is(Kind.MOVING);
  }

  private boolean isIgnored(Member member) {
    RefreshPreferences preferences = request.preferences();
    return (member.isProtected() && preferences.scaleInProtected() == Blocked.IGNORE)
        || (!member.is(Kind.IN_SERVICE) && preferences.standby() == Blocked.IGNORE);
  }

  private void complete() {
    if (log.status() == RefreshStatus.ROLLBACK_IN_PROGRESS) {
      end(RefreshStatus.ROLLBACK_SUCCESSFUL, "");
    } else if (request.preferences().bakeTime().isZero()) {
      end(RefreshStatus.SUCCESSFUL, "");
    } else {
      log.becomes(RefreshStatus.BAKING, "");
      waitUntilNanos = run.nowNanos() + request.preferences().bakeTime().toNanos();
      wake(waitUntilNanos);
    }
  }

  private void bake() {
    if (run.nowNanos() >= waitUntilNanos) {
      end(RefreshStatus.SUCCESSFUL, "");
    }
  }

  private void startBatch() {
    int desired = parts.reconciler().desired();
    int there = parts.members().census().unitsThere();
    int roomAbove = limits.mayExceed() ? Math.max(0, limits.bounds(desired).ceiling() - there) : 0;
    int roomBelow =
        limits.mayFallBelow() ? RefreshBatch.size(desired, limits.minHealthyPercentage()) : 0;
    begin(progress.goal(), roomAbove, roomBelow);
    if (!batch.isEmpty()) {
      movedNanos = run.nowNanos();
      log.step("replaces %d".formatted(batch.size()));
    } else if (run.nowNanos() - movedNanos >= BLOCKED_NANOS) {
      fail("no instance could be replaced for an hour");
    }
  }

  /** IR14: the first instance of a batch goes whatever it weighs. */
  private void begin(int goal, int roomAbove, int roomBelow) {
    int above = roomAbove;
    int below = roomBelow;
    Predicate<Member> consent = consent(goal);
    Iterator<Member> next = todo.iterator();
    while (next.hasNext() && batch.size() < goal) {
      Member old = next.next();
      if (isOver(old) || !mayGo(old) || !consent.test(old)) {
        continue;
      }
      boolean first = batch.isEmpty();
      if (old.units() <= above || (first && roomBelow == 0)) {
        above -= old.units();
        next.remove();
        batch.add(old);
        parts.reconciler().hands().replacer().launchFirst(old, how(old));
      } else if (old.units() <= below || first) {
        below -= old.units();
        next.remove();
        batch.add(old);
        parts.reconciler().hands().replacer().terminateFirst(old, how(old));
      } else {
        return;
      }
    }
  }

  /** 11.4: a custom termination policy is asked about each batch. */
  private Predicate<Member> consent(int goal) {
    CustomConsent consent = parts.reconciler().consent();
    if (!consent.isNeeded()) {
      return member -> true;
    }
    List<Member> candidates =
        todo.stream().filter(old -> old.is(Kind.IN_SERVICE) && !isIgnored(old)).toList();
    return Set.copyOf(consent.of(Cause.INSTANCE_REFRESH, candidates, goal))::contains;
  }

  private boolean mayGo(Member old) {
    if (!old.is(Kind.IN_SERVICE)) {
      log.waits(old.instance() + " is in standby", Obstacle.STANDBY);
      return false;
    }
    if (old.isProtected() && request.preferences().scaleInProtected() == Blocked.WAIT) {
      log.waits(old.instance() + " is protected from scale-in", Obstacle.PROTECTED);
      return false;
    }
    return !parts.reconciler().hands().replacer().isReplacing(old);
  }

  private Replacement how(Member old) {
    return Replacement.of(
            Departure.REFRESH, CauseText.refreshed(old.instance().id()), CauseText.forRefreshed())
        .when(this::isReady);
  }

  /** A new instance that was launched first takes over once it is healthy and warm. */
  private boolean isReady(Member successor) {
    return parts.health().passes(successor)
        && run.nowNanos() >= successor.inServiceNanos() + warmup.toNanos();
  }

  /** IR12: what was replaced stays; what has begun is finished. */
  void cancel() {
    log.becomes(RefreshStatus.CANCELLING, "a user cancelled it");
    wake(run.nowNanos());
  }

  private void fail(String reason) {
    boolean rollsBack =
        request.preferences().autoRollback()
            && request.desired().isPresent()
            && log.status() != RefreshStatus.ROLLBACK_IN_PROGRESS;
    if (rollsBack) {
      rollBack(reason);
    } else {
      end(
          log.status() == RefreshStatus.ROLLBACK_IN_PROGRESS
              ? RefreshStatus.ROLLBACK_FAILED
              : RefreshStatus.FAILED,
          reason);
    }
  }

  /** Returns whether there is something to go back to (IR12). */
  boolean isReversible() {
    return request.desired().isPresent();
  }

  /** Replaces again, by what the group launched before. */
  void rollBack(String reason) {
    parts.purchasing().launchAs(before);
    progress.dropCheckpoints();
    replaceAllBut(true);
    log.becomes(RefreshStatus.ROLLBACK_IN_PROGRESS, reason);
    wake(run.nowNanos());
  }

  private void end(RefreshStatus status, String reason) {
    log.becomes(status, reason);
    if (status != RefreshStatus.SUCCESSFUL) {
      parts.purchasing().launchAs(before);
    }
  }
}
