package io.headroom.autoscaling;

import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceListener;
import io.headroom.ec2.InstanceState;
import io.headroom.ec2.LaunchOutcome;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The warm pool of one group: keeps its size, and gives its instances to the group first when the
 * group grows.
 *
 * <p>"Warm pools for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. A pool is full
 * when the run starts, as the group is. Its instances are neither capacity nor checked (WP8, WP9).
 */
final class WarmPool {
  private static final String WRITER = "warm pool";

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final WarmPoolSpec spec;
  private final Parts parts;
  private final GroupLedger ledger;
  private final ZoneBalance balance;
  private final TerminationChoice surplusChoice;
  private final RandomStream delays;
  private final LaunchBackoff backoff;
  private boolean planned;

  WarmPool(GroupRun run, GroupMembers members, CapacityPlan plan, WarmPoolSpec spec, Parts parts) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.spec = spec;
    this.parts = parts;
    ledger = new GroupLedger(run, plan);
    balance = new ZoneBalance(() -> run.spec().zones(), run.stream("pool-zones"));
    surplusChoice =
        new TerminationChoice(
            List.of(TerminationPolicy.DEFAULT),
            new ConfigurationAge(run.spec().launchConfiguration(), List.of()),
            run.stream("pool-termination"),
            TerminationChoice.Fit.ALIKE);
    delays = run.stream("pool-reconcile");
    backoff = new LaunchBackoff(run.timings().launchRetry(), run.timings().launchRetryLimit());
    members.onChange(member -> request());
    plan.onSizes(this::request);
    run.processes().onResume(ScalingProcess.LAUNCH, this::request);
    run.processes().onResume(ScalingProcess.TERMINATE, this::request);
  }

  /**
   * What the pool works with.
   *
   * @param actual the actual capacity of the group
   */
  record Parts(
      PoolEntry entry, Terminator terminator, InstanceListener listener, IntSupplier actual) {}

  PoolEntry entry() {
    return parts.entry;
  }

  /** Returns the least size of the pool. */
  int minimum() {
    return spec.minimum();
  }

  /** Returns how many units the pool should hold (WP1). */
  int target() {
    return plan.isClosed() ? 0 : spec.size(plan.sizes().maximum(), plan.desired());
  }

  private int held() {
    return members.census().units(Kind.WARMING) + members.census().units(Kind.WARMED);
  }

  /** Fills the pool at the start of the run. */
  void start() {
    for (int i = held(); i < target(); i++) {
      String zone = balance.choose(poolByZone(), Set.of()).orElseThrow();
      Ec2 ec2 = run.environment().ec2();
      Instance instance =
          spec.state() == PoolState.RUNNING
              ? ec2.launchInService(
                  run.spec().launchConfiguration(), zone, run.name(), parts.listener)
              : ec2.launchStopped(
                  run.spec().launchConfiguration(), zone, run.name(), parts.listener);
      members.add(
          new Member(instance, order(""), null, spec.state().lifecycleState()), run.nowNanos());
    }
  }

  private LaunchOrder order(String cause) {
    return LaunchOrder.of(LaunchOrder.Purpose.POOL, cause, WarmupRule.ofGroup(run.spec()));
  }

  private Map<String, Integer> poolByZone() {
    Map<String, Integer> counts = new HashMap<>();
    pooled().forEach(member -> counts.merge(member.zone(), 1, Integer::sum));
    return counts;
  }

  private List<Member> pooled() {
    return members.all().stream()
        .filter(member -> member.is(Kind.WARMING) || member.is(Kind.WARMED))
        .toList();
  }

  /** Asks for a look at the size, some time from now. */
  private void request() {
    if (!planned && held() != target()) {
      planned = true;
      run.after(
          run.timings().reconcileDelay().sampleNanos(delays), Phase.ACT, "warm pool", this::due);
    }
  }

  /** What the group is about to take is no surplus, and what it will give back is not missing. */
  private void due() {
    planned = false;
    int missing = target() - held();
    int awaited = Math.max(0, plan.desired() - parts.actual.getAsInt());
    int returning = reuses() ? Math.max(0, parts.actual.getAsInt() - plan.desired()) : 0;
    if (missing > returning) {
      fill(missing - returning);
    } else if (missing + awaited < 0) {
      drop(-missing - awaited);
    }
  }

  private void fill(int missing) {
    if (run.processes().isSuspended(ScalingProcess.LAUNCH)) {
      suspended(ScalingProcess.LAUNCH, missing + " missing");
    } else if (backoff.isWaiting(run.nowNanos())) {
      ledger.note(WRITER, missing + " missing", "waits to launch again", Obstacle.BACK_OFF);
    } else {
      String cause = run.causes().at(run.nowNanos(), CauseText.filling(held(), target()));
      Map<String, Integer> counts = poolByZone();
      for (int i = 0; i < missing && launch(cause, counts, awayFrom()); i++) {
        backoff.reset();
      }
    }
  }

  private Set<String> awayFrom() {
    return new LinkedHashSet<>(run.shifts().zones());
  }

  private void suspended(ScalingProcess process, String saw) {
    ledger.note(
        WRITER,
        saw,
        "does nothing: process %s is suspended".formatted(process.awsName()),
        Obstacle.PROCESS_SUSPENDED);
  }

  private boolean launch(String cause, Map<String, Integer> counts, Set<String> failedZones) {
    Optional<String> zone = balance.choose(counts, failedZones);
    if (zone.isEmpty()) {
      waitToRetry();
      return false;
    }
    LaunchOutcome outcome =
        run.environment()
            .ec2()
            .launch(run.spec().launchConfiguration(), zone.get(), run.name(), parts.listener);
    if (outcome instanceof LaunchOutcome.Launched launched) {
      counts.merge(zone.get(), 1, Integer::sum);
      begin(launched.instance(), cause);
      return true;
    }
    failedZones.add(zone.get());
    return launch(cause, counts, failedZones);
  }

  private void begin(Instance instance, String cause) {
    LaunchOrder order = order(cause);
    ActivityLog.Entry activity =
        open(instance, "Launching a new EC2 instance into warm pool: ", cause);
    parts.entry.launched(
        new Member(instance, order, activity, LifecycleState.WARMED_PENDING), activity);
  }

  private ActivityLog.Entry open(Instance instance, String description, String cause) {
    return run.activities()
        .begin(
            new ActivityLog.Begun(
                run.nowNanos(),
                run.name(),
                Optional.of(instance.id()),
                description + instance.id(),
                cause,
                Step.PRE_IN_SERVICE));
  }

  private void waitToRetry() {
    long retryNanos = backoff.failed(run.nowNanos());
    ledger.note(WRITER, "no zone would launch", "tries again later", Obstacle.NO_CAPACITY);
    run.after(retryNanos - run.nowNanos(), Phase.ACT, "fill the warm pool again", this::due);
  }

  /** WP7: the surplus goes by the default termination policy. */
  private void drop(int surplus) {
    if (run.processes().isSuspended(ScalingProcess.TERMINATE)) {
      suspended(ScalingProcess.TERMINATE, surplus + " too many");
      return;
    }
    List<Member> pooled = pooled();
    String cause = run.causes().at(run.nowNanos(), CauseText.draining(held(), target()));
    surplusChoice
        .choose(pooled, member -> member.is(Kind.WARMED), surplus, run.nowNanos())
        .forEach(member -> parts.terminator.begin(member, Departure.POOL_SURPLUS, cause));
  }

  /**
   * Gives instances of the pool to the group, as far as there are any (WP4, WP14).
   *
   * @return the orders that are left for launches
   */
  List<LaunchOrder> serve(List<LaunchOrder> orders) {
    List<LaunchOrder> left = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>(members.countsByZone());
    Map<String, Deque<Member>> ready = readyByZone();
    for (LaunchOrder order : orders) {
      Optional<String> zone = order.zone().or(() -> emptiest(ready.keySet(), counts));
      Deque<Member> candidates = zone.map(ready::get).orElse(null);
      if (candidates == null) {
        left.add(order);
      } else {
        counts.merge(zone.get(), 1, Integer::sum);
        leave(candidates.remove(), order);
        ready.values().removeIf(Collection::isEmpty);
      }
    }
    return left;
  }

  /** Returns the instances that can be had, oldest first. */
  private Map<String, Deque<Member>> readyByZone() {
    Map<String, Deque<Member>> ready = new LinkedHashMap<>();
    members.in(Kind.WARMED).stream()
        .filter(member -> !run.environment().ec2().hasFailed(member.zone()))
        .sorted(Comparator.comparingLong(Member::launchNanos))
        .forEach(
            member -> ready.computeIfAbsent(member.zone(), key -> new ArrayDeque<>()).add(member));
    return ready;
  }

  private static Optional<String> emptiest(Set<String> zones, Map<String, Integer> counts) {
    return zones.stream().min(Comparator.comparing(zone -> counts.getOrDefault(zone, 0)));
  }

  private void leave(Member member, LaunchOrder order) {
    Instance instance = member.instance();
    ActivityLog.Entry activity =
        open(instance, "Launching a new EC2 instance from warm pool: ", order.cause());
    members.recruit(member, order, activity, run.nowNanos());
    member.protect(run.spec().lifecycle().newInstances());
    order.change().ifPresent(change -> change.launched(instance));
    if (instance.state() == InstanceState.STOPPED) {
      run.environment().ec2().start(instance, boot(instance));
    } else {
      run.after(
          0, Phase.ACT, instance + " leaves the warm pool", () -> parts.listener.running(instance));
    }
  }

  /** An application that has answered before it was stopped restarts; another one boots anew. */
  private Distribution boot(Instance instance) {
    boolean prepared = instance.runningNanos() < 0 || instance.answeringNanos() >= 0;
    return prepared
        ? spec.restart()
        : run.spec().launchConfiguration().bootTime().orElse(run.timings().guestReady());
  }

  /** Returns whether a scale-in brings instances back into the pool. */
  boolean reuses() {
    return spec.reuse() == WarmPoolSpec.Reuse.ON_SCALE_IN;
  }
}
