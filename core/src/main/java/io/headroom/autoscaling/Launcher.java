package io.headroom.autoscaling;

import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceListener;
import io.headroom.ec2.LaunchOutcome;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Launches the instances of one group: the call to EC2, the choice of the zone, other zones when
 * one fails, and a growing wait when all do.
 */
final class Launcher {
  static final String LAUNCHING = "Launching a new EC2 instance: ";

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final InstanceListener listener;
  private final ZoneBalance balance;
  private final RandomStream callDelays;
  private final LaunchBackoff backoff;
  private final List<List<LaunchOrder>> batches = new ArrayList<>();
  private int orderedUnits;
  private Runnable onRetry = () -> {};
  private Consumer<LaunchOrder> onRefused = order -> {};

  Launcher(GroupRun run, GroupMembers members, CapacityPlan plan, InstanceListener listener) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.listener = listener;
    balance = new ZoneBalance(run.spec().zones(), run.stream("zones"));
    callDelays = run.stream("ec2-call");
    backoff = new LaunchBackoff(run.timings().launchRetry(), run.timings().launchRetryLimit());
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
        orderedUnits -= order.units();
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
    return !backoff.isWaiting(run.nowNanos());
  }

  /** Lets the next attempt go ahead, as an update of the group does. */
  void forgetFailures() {
    backoff.reset();
  }

  /** Begins launches; all of one call reach EC2 together. */
  void order(List<LaunchOrder> orders) {
    List<LaunchOrder> batch = new ArrayList<>(orders);
    batches.add(batch);
    orders.forEach(order -> orderedUnits += order.units());
    long delayNanos = run.timings().ec2CallDelay().sampleNanos(callDelays);
    run.after(delayNanos, Phase.ACT, "launch of " + orders.size(), () -> call(batch));
  }

  private void call(List<LaunchOrder> batch) {
    batches.removeIf(each -> each == batch);
    batch.forEach(order -> orderedUnits -= order.units());
    Set<String> failedZones = new LinkedHashSet<>();
    int refused = 0;
    for (LaunchOrder order : batch) {
      if (!launch(order, failedZones)) {
        order.change().ifPresent(change -> plan.changes().putBack(change, order.units()));
        onRefused.accept(order);
        refused++;
      }
    }
    if (refused > 0) {
      refused(refused);
    } else if (!batch.isEmpty()) {
      backoff.reset();
    }
  }

  /** AZ5: tries the zones from the emptiest on, leaving out those that failed in this call. */
  private boolean launch(LaunchOrder order, Set<String> failedZones) {
    Optional<String> zone = zone(order, failedZones);
    if (zone.isEmpty()) {
      return false;
    }
    LaunchOutcome outcome =
        run.environment()
            .ec2()
            .launch(run.spec().launchConfiguration(), zone.get(), run.name(), listener);
    if (outcome instanceof LaunchOutcome.Refused refused) {
      failedZones.add(zone.get());
      logFailure(order, refused.reason() + ". Launching EC2 instance failed.");
      return launch(order, failedZones);
    }
    add(((LaunchOutcome.Launched) outcome).instance(), order);
    return true;
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
                    ActivityStatus.PRE_IN_SERVICE));
    members.add(new Member(instance, order, activity), run.nowNanos());
    order.change().ifPresent(change -> change.launched(instance));
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
                ActivityStatus.PRE_IN_SERVICE))
        .end(run.nowNanos(), ActivityStatus.FAILED, description, message);
  }

  private void refused(int count) {
    long retryNanos = backoff.failed(run.nowNanos());
    run.after(retryNanos - run.nowNanos(), Phase.ACT, "launch again", onRetry);
    run.ledger()
        .record(
            new LedgerEntry(
                run.nowNanos(),
                run.nowNanos(),
                1,
                run.name(),
                "launch",
                "no zone would launch",
                "%d of the desired instances could not be launched".formatted(count),
                plan.desired(),
                OptionalInt.empty(),
                plan.desired(),
                List.of(Obstacle.NO_CAPACITY),
                Optional.empty()));
  }
}
