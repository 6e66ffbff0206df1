package io.headroom.autoscaling;

import com.google.common.collect.Lists;
import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.FleetSettings.ZoneDistribution;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceListener;
import io.headroom.ec2.InstanceState;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchOutcome;
import io.headroom.ec2.PurchaseOption;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Launches the instances of one group: the call to EC2, the choice of the zone, other zones when
 * one fails, and a growing wait when all do.
 */
final class Launcher {
  static final String LAUNCHING = "Launching a new EC2 instance: ";

  private static final String WRITER = "launch";
  private static final int LARGEST_REQUEST = 20;
  private static final Duration START_TIMEOUT = Duration.ofMinutes(15);

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final GroupLedger ledger;
  private final InstanceListener listener;
  private final Purchasing purchasing;
  private final ZoneWatch zones;
  private final ZoneBalance balance;
  private final RandomStream callDelays;
  private final LaunchBackoff backoff;
  private final List<List<LaunchOrder>> batches = new ArrayList<>();
  private int orderedUnits;
  private Runnable onRetry = () -> {};
  private Consumer<LaunchOrder> onRefused = order -> {};
  private Consumer<Member> onLate = member -> {};

  Launcher(GroupRun run, GroupMembers members, CapacityPlan plan, InstanceListener listener) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    purchasing = new Purchasing(run, members.census(), plan);
    zones = new ZoneWatch(run, purchasing);
    ledger = new GroupLedger(run, plan);
    this.listener = listener;
    balance = new ZoneBalance(() -> run.spec().zones(), run.stream("zones"));
    callDelays = run.stream("ec2-call");
    backoff = new LaunchBackoff(run.timings().launchRetry(), run.timings().launchRetryLimit());
  }

  /** Returns what the group launches. */
  Purchasing purchasing() {
    return purchasing;
  }

  /** Returns the zones whose launches succeed. */
  ZoneWatch zones() {
    return zones;
  }

  /** Sets what shall happen when a failed launch may be tried again. */
  void onRetry(Runnable action) {
    onRetry = action;
  }

  /** Sets what shall happen with an order that EC2 refused. */
  void onRefused(Consumer<LaunchOrder> action) {
    onRefused = action;
  }

  /** Returns the units whose orders have not reached EC2 yet; they count as actual capacity. */
  int orderedUnits() {
    return orderedUnits;
  }

  private void addOrdered(int units) {
    orderedUnits += units;
    run.changes().happened();
  }

  /** Returns whether an order that has not reached EC2 yet fits. */
  boolean anyOrdered(Predicate<LaunchOrder> predicate) {
    return batches.stream().flatMap(List::stream).anyMatch(predicate);
  }

  /** Takes back orders that have not reached EC2 yet, the newest first, at most so many units. */
  List<LaunchOrder> withdraw(int atMostUnits) {
    List<LaunchOrder> withdrawn = new ArrayList<>();
    int left = atMostUnits;
    for (int i = batches.size() - 1; i >= 0; i--) {
      List<LaunchOrder> batch = batches.get(i);
      while (!batch.isEmpty() && newest(batch).units() <= left) {
        LaunchOrder order = batch.remove(batch.size() - 1);
        left -= order.units();
        addOrdered(-order.units());
        order.change().ifPresent(change -> change.finishOne(order.units()));
        withdrawn.add(order);
      }
    }
    return withdrawn;
  }

  private static LaunchOrder newest(List<LaunchOrder> batch) {
    return batch.get(batch.size() - 1);
  }

  /** Returns whether a launch may be ordered now, rather than after a failed one's wait. */
  boolean mayOrder() {
    return run.processes().isActive(ScalingProcess.LAUNCH) && !backoff.isWaiting(run.nowNanos());
  }

  /** Notes why a launch that was asked for waits; no effect if launches may be ordered. */
  void noteWait(String saw) {
    if (run.processes().isSuspended(ScalingProcess.LAUNCH)) {
      ledger.note(WRITER, saw, "waits: process Launch is suspended", Obstacle.PROCESS_SUSPENDED);
    } else if (!mayOrder()) {
      ledger.note(WRITER, saw, "waits to launch again", Obstacle.BACK_OFF);
    }
  }

  /** Notes that an instance came into service, so that failures before it are forgotten. */
  void succeeded() {
    backoff.reset();
  }

  /** HK15: an abandoned launch hook counts as a failed launch. */
  void abandoned() {
    failed(1, "a launch hook was abandoned", Obstacle.HOOK_ABANDONED);
  }

  /** Lets the next attempt go ahead, as an update of the group does. */
  void forgetFailures() {
    backoff.reset();
  }

  /** Sets what shall happen with an instance that does not run in time (LF6). */
  void onLate(Consumer<Member> action) {
    onLate = action;
  }

  private void lookAtStart(Member member) {
    if (member.is(LifecycleState.PENDING) && member.instance().state() == InstanceState.PENDING) {
      onLate.accept(member);
    }
  }

  /** Begins launches; at most 20 of them reach EC2 in one request (LF5). */
  void order(List<LaunchOrder> orders) {
    Lists.partition(orders, LARGEST_REQUEST).forEach(this::request);
  }

  private void request(List<LaunchOrder> orders) {
    List<LaunchOrder> batch = new ArrayList<>(orders);
    batches.add(batch);
    orders.forEach(order -> addOrdered(order.units()));
    long delayNanos = run.timings().ec2CallDelay().sampleNanos(callDelays);
    run.after(delayNanos, Phase.ACT, "launch of " + orders.size(), () -> call(batch));
  }

  private void call(List<LaunchOrder> batch) {
    batches.removeIf(each -> each == batch);
    batch.forEach(order -> addOrdered(-order.units()));
    boolean strict = run.spec().fleet().distribution() == ZoneDistribution.BALANCED_ONLY;
    Attempt attempt =
        new Attempt(strict ? new LinkedHashSet<>(run.shifts().zones()) : zones.failed());
    for (LaunchOrder order : batch) {
      if (!order.isFor(LaunchOrder.Purpose.FIRST) && !isStillMissing(order)) {
        order.change().ifPresent(change -> change.finishOne(order.units()));
        ledger.note(
            WRITER, "the units that are there", "launches no more", Obstacle.ALREADY_DESIRED);
      } else if (!launch(order, attempt)) {
        order.change().ifPresent(change -> plan.changes().putBack(change, order.units()));
        onRefused.accept(order);
        attempt.refused++;
      }
    }
    if (attempt.refused > 0) {
      refused(attempt);
    } else if (!batch.isEmpty() && run.spec().lifecycle().hooks().isEmpty()) {
      succeeded();
    }
    if (attempt.lighter) {
      onRetry.run();
    }
  }

  /** One request to EC2: the zones that would not launch, and why. */
  private static final class Attempt {
    final Set<String> failedZones;
    final Set<Obstacle> reasons = new LinkedHashSet<>();
    int refused;
    boolean lighter;

    Attempt(Set<String> failedZones) {
      this.failedZones = failedZones;
    }
  }

  /** MX11: heavier instances of the same request may have made up for it already. */
  private boolean isStillMissing(LaunchOrder order) {
    return order.exchange().isPresent() || purchasing.fits(1);
  }

  /** AZ5: tries the zones from the emptiest on, leaving out those that failed in this call. */
  private boolean launch(LaunchOrder order, Attempt attempt) {
    Optional<String> zone = zone(order, attempt.failedZones);
    if (zone.isEmpty()) {
      return false;
    }
    Optional<LaunchOutcome.Refused> refusal = tryPools(order, zone.get(), attempt);
    if (refusal.isEmpty()) {
      zones.succeeded(zone.get());
      return true;
    }
    attempt.failedZones.add(zone.get());
    zones.refused(zone.get());
    logFailure(order, refusal.get().reason() + ". Launching EC2 instance failed.");
    if (run.spec().fleet().distribution() != ZoneDistribution.BALANCED_BEST_EFFORT) {
      return false;
    }
    if (order.zone().isEmpty() && !attempt.failedZones.containsAll(run.spec().zones())) {
      passedOver(zone.get(), refusal.get());
    }
    return launch(order, attempt);
  }

  /** With several pools in a zone each of them has an entry of its own. */
  private void passedOver(String zone, LaunchOutcome.Refused refused) {
    if (run.spec().fleet().mixed().isEmpty()) {
      ledger.note(
          "zone",
          "%s: %s".formatted(zone, refused.kind().words()),
          "tries the emptiest zone that is left",
          ZoneWatch.obstacle(refused.kind()));
    }
  }

  /** LF4: tries the pools of a zone, best first; returns why the last one would not launch. */
  private Optional<LaunchOutcome.Refused> tryPools(
      LaunchOrder order, String zone, Attempt attempt) {
    LaunchOutcome.Refused last = ZoneWatch.NO_POOL;
    for (Purchase purchase : purchasing.inZone(zone)) {
      LaunchOutcome outcome =
          run.environment().ec2().launch(purchase.launch(), zone, run.name(), listener);
      if (outcome instanceof LaunchOutcome.Launched launched) {
        attempt.lighter |= purchase.units() < order.units();
        add(launched.instance(), weighted(order, purchase.units()));
        return Optional.empty();
      }
      last = (LaunchOutcome.Refused) outcome;
      attempt.reasons.add(ZoneWatch.obstacle(last.kind()));
      passedOver(purchase, zone, last);
    }
    attempt.reasons.add(ZoneWatch.obstacle(last.kind()));
    return Optional.of(last);
  }

  private void passedOver(Purchase purchase, String zone, LaunchOutcome.Refused refused) {
    if (run.spec().fleet().mixed().isPresent()) {
      LaunchConfiguration launch = purchase.launch();
      String option = launch.purchase() == PurchaseOption.SPOT ? "Spot" : "On-Demand";
      ledger.note(
          "purchase",
          "%s %s in %s: %s".formatted(launch.type(), option, zone, refused.kind().words()),
          "tries the next pool, then the next zone",
          ZoneWatch.obstacle(refused.kind()));
    }
  }

  /** The weight that was planned may not be that of the pool which had capacity. */
  private static LaunchOrder weighted(LaunchOrder order, int units) {
    if (units == order.units()) {
      return order;
    }
    order.change().ifPresent(change -> change.reweigh(order.units(), units));
    return order.units(units);
  }

  private Optional<String> zone(LaunchOrder order, Set<String> failedZones) {
    return order.zone().isPresent()
        ? order.zone().filter(zone -> !failedZones.contains(zone))
        : balance.choose(members.countsByZone(), failedZones);
  }

  private void add(Instance instance, LaunchOrder order) {
    ActivityLog.Entry activity =
        run.activities()
            .begin(
                new ActivityLog.Begun(
                    run.nowNanos(),
                    run.name(),
                    Optional.of(instance.id()),
                    LAUNCHING + instance.id(),
                    order.cause(),
                    Step.PRE_IN_SERVICE));
    Member member = new Member(instance, order, activity);
    member.protect(run.spec().lifecycle().newInstances());
    members.add(member, run.nowNanos());
    order.change().ifPresent(change -> change.launched(instance));
    run.after(
        START_TIMEOUT.toNanos(),
        Phase.EVALUATE,
        "look at the start of " + instance,
        () -> lookAtStart(member));
  }

  /** Returns a running instance from outside the group, in the zone that has the fewest. */
  Instance outsider() {
    String zone = balance.choose(members.countsByZone(), Set.of()).orElseThrow();
    return run.environment()
        .ec2()
        .launchInService(purchasing.inZone(zone).get(0).launch(), zone, run.name(), listener);
  }

  private void logFailure(LaunchOrder order, String message) {
    String description = "Launching a new EC2 instance.  Status Reason: " + message;
    run.activities()
        .begin(
            new ActivityLog.Begun(
                run.nowNanos(),
                run.name(),
                Optional.empty(),
                description,
                order.cause(),
                Step.PRE_IN_SERVICE))
        .end(run.nowNanos(), ActivityStatus.FAILED, message);
  }

  private void refused(Attempt attempt) {
    List<Obstacle> obstacles = new ArrayList<>(List.of(Obstacle.NO_CAPACITY));
    obstacles.addAll(attempt.reasons);
    failed(attempt.refused, "no zone would launch", obstacles.toArray(new Obstacle[0]));
  }

  private void failed(int count, String saw, Obstacle... obstacles) {
    long retryNanos = backoff.failed(run.nowNanos());
    run.after(retryNanos - run.nowNanos(), Phase.ACT, "launch again", onRetry);
    String reason = "%d of the desired instances could not be launched".formatted(count);
    ledger.note(WRITER, saw, reason, obstacles);
    if (backoff.isHopeless(run.nowNanos())) {
      suspend();
    }
  }

  /** SP1: administrative suspension. */
  private void suspend() {
    if (run.processes().isActive(ScalingProcess.LAUNCH)) {
      run.processes().suspend(List.of(ScalingProcess.LAUNCH));
      ledger.append(
          WRITER,
          "no launch succeeded for a day",
          "EC2 Auto Scaling suspends the process Launch",
          Obstacle.PROCESS_SUSPENDED);
    }
  }
}
