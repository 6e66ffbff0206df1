package io.headroom.autoscaling;

import io.headroom.autoscaling.GroupIdentity.AttachedTargetGroup;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceListener;
import io.headroom.elb.TargetGroup;
import io.headroom.sim.Phase;
import io.headroom.sim.SimTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One Auto Scaling group in one run: moves its actual capacity towards the desired one, and is the
 * only caller of launch and terminate. Not thread-safe.
 *
 * <p>"Amazon EC2 Auto Scaling User Guide". The parts: a {@code CapacityPlan} holds the sizes, a
 * {@code Reconciler} follows it with a {@code Launcher} and a {@code Terminator}, a {@code
 * HealthWatch} replaces what is unhealthy, and a {@code PolicyArbiter} decides among policies.
 */
final class AutoScalingGroup implements GroupStatus {
  private final GroupRun run;
  private final Outlook outlook;
  private final GroupIdentity identity;
  private final CapacityHistory history;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Hooks hooks;
  private final ServiceEntry entry;
  private final Launcher launcher;
  private final Replacer replacer;
  private final Optional<WarmPool> pool;
  private final HealthWatch health;
  private final ZoneRebalancing rebalancing;
  private final CapacityRebalancing spot;
  private final Lifetimes lifetimes;
  private final GroupRequests requests;
  private final Operator operator;
  private final List<AttachedPolicy> policies;
  private final PolicyArbiter arbiter;

  AutoScalingGroup(GroupRun run, Outlook outlook) {
    this.run = run;
    this.outlook = outlook;
    AutoScalingGroupSpec spec = run.spec();
    Registrations registrations = registrations(run);
    identity = identity(spec, registrations.targetGroups()).with(run.settings());
    history = new CapacityHistory(spec.desired());
    members = new GroupMembers(history);
    members.onChange(member -> run.changes().happened());
    plan = new CapacityPlan(run, history);
    CooldownClock cooldown = new CooldownClock();
    hooks = new Hooks(run, new GroupLedger(run, plan));
    Doors doors = new Doors(registrations, cooldown, hooks);
    entry = new ServiceEntry(run, members, doors, new GroupLedger(run, plan));
    launcher = new Launcher(run, members, plan, new Lifecycle());
    Terminator terminator = new Terminator(run, members, doors);
    replacer = new Replacer(run, members, plan, new Replacer.Hands(launcher, terminator));
    Reconciler.Hands hands = new Reconciler.Hands(launcher, terminator, replacer, registrations);
    Reconciler reconciler = new Reconciler(run, members, plan, hands);
    pool = spec.lifecycle().warmPool().map(each -> pool(each, doors, reconciler));
    pool.ifPresent(reconciler::pool);
    Maintenance maintenance = new Maintenance(run, members, plan, reconciler.hands());
    health = new HealthWatch(run, members, plan, reconciler, maintenance);
    rebalancing = new ZoneRebalancing(run, members, reconciler, maintenance);
    spot = new CapacityRebalancing(run, members, reconciler, maintenance);
    spot.readyWhen(health::isSettled);
    lifetimes = new Lifetimes(run, members, reconciler, maintenance);
    new FailedLaunches(run, reconciler).follow(entry);
    requests =
        GroupRequests.of(
            run,
            members,
            plan,
            new GroupRequests.Wiring(reconciler, health, maintenance, entry, doors));
    operator = new Operator(run, new GroupLedger(run, plan), requests);
    policies = spec.policies().stream().map(each -> new AttachedPolicy(each, identity)).toList();
    arbiter = arbiter(reconciler, cooldown);
  }

  private static Registrations registrations(GroupRun run) {
    return new Registrations(
        run.spec().targetGroups().stream()
            .map(run.environment().loadBalancers()::targetGroup)
            .toList());
  }

  private PolicyArbiter arbiter(Reconciler reconciler, CooldownClock cooldown) {
    Consent consent = new Consent(run, this, outlook, policies);
    PacingRules.Parts parts = new PacingRules.Parts(plan, cooldown, consent);
    return new PolicyArbiter(run, plan, new PacingRules(run, members, reconciler, parts));
  }

  private WarmPool pool(WarmPoolSpec spec, Doors doors, Reconciler reconciler) {
    Terminator terminator = reconciler.hands().terminator();
    PoolEntry poolEntry = new PoolEntry(run, members, spec, doors, terminator);
    WarmPool.Parts parts =
        new WarmPool.Parts(poolEntry, terminator, new Lifecycle(), reconciler::actual);
    return new WarmPool(run, members, plan, spec, parts);
  }

  private static GroupIdentity identity(AutoScalingGroupSpec spec, List<TargetGroup> targetGroups) {
    return new GroupIdentity(
        spec.awsName(),
        spec.launchConfiguration().monitoring().interval(),
        targetGroups.stream()
            .map(
                each ->
                    new AttachedTargetGroup(
                        each.balancer().spec().fullName(), each.spec().fullName()))
            .toList());
  }

  /** Passes what EC2 says about an instance on to the part that waits for it. */
  private final class Lifecycle implements InstanceListener {
    @Override
    public void running(Instance instance) {
      members.of(instance).ifPresent(this::running);
    }

    private void running(Member member) {
      if (member.is(Kind.WARMING)) {
        pool.ifPresent(each -> each.entry().running(member));
      } else {
        entry.running(member);
      }
    }

    @Override
    public void stopped(Instance instance) {
      members
          .of(instance)
          .ifPresent(member -> pool.ifPresent(each -> each.entry().stopped(member)));
    }

    @Override
    public void answering(Instance instance) {
      hooks.answering(instance);
    }

    @Override
    public void rebalanceRecommended(Instance instance) {
      spot.atRisk(instance);
    }

    @Override
    public void interruptionNoticed(Instance instance) {
      spot.atRisk(instance);
    }

    @Override
    public void terminated(Instance instance) {
      members.of(instance).ifPresent(Member::terminated);
    }
  }

  /** Puts the desired instances into service and starts what runs by the clock. */
  void start(GroupClocks clocks) {
    ZoneBalance balance = new ZoneBalance(() -> run.spec().zones(), run.stream("first-zones"));
    Ec2 ec2 = run.environment().ec2();
    while (members.census().actualUnits() < plan.desired()) {
      String zone = balance.choose(members.countsByZone(), Set.of()).orElseThrow();
      List<Purchase> choice = launcher.purchasing().inZone(zone);
      if (choice.isEmpty()) {
        break;
      }
      Purchase first = choice.get(0);
      entry.atStart(
          ec2.launchInService(first.launch(), zone, run.name(), new Lifecycle()), first.units());
    }
    pool.ifPresent(WarmPool::start);
    health.start(clocks.health());
    rebalancing.start(clocks.zones());
    lifetimes.start();
    new ScheduledActions(run, plan, launcher).start();
    operator.start();
    if (run.spec().groupMetrics() == AutoScalingGroupSpec.GroupMetrics.ENABLED) {
      new GroupMetricsPublisher(run, members, plan, pool, clocks.metrics()).start();
    }
    policies.forEach(this::startClocks);
  }

  /** Returns whether a policy of this group is asked by the clock. */
  boolean hasClocks() {
    return policies.stream()
        .flatMap(policy -> policy.triggers().stream())
        .anyMatch(Trigger.Every.class::isInstance);
  }

  private void startClocks(AttachedPolicy policy) {
    for (Trigger trigger : policy.triggers()) {
      if (trigger instanceof Trigger.Every every) {
        run.every(
            every.period().toNanos(),
            Phase.EVALUATE,
            "policy " + policy.name(),
            () -> ask(policy, Optional.empty()));
      } else if (trigger instanceof Trigger.OnClock clock) {
        run.repeat(
            clock.firstAfter(run.environment().start()).toNanos(),
            clock.period().toNanos(),
            "policy " + policy.name(),
            () -> ask(policy, Optional.empty()));
      }
    }
  }

  GroupMembers members() {
    return members;
  }

  HealthWatch health() {
    return health;
  }

  Hooks hooks() {
    return hooks;
  }

  Replacer replacer() {
    return replacer;
  }

  List<AttachedPolicy> policies() {
    return policies;
  }

  /**
   * Takes the invocation of a policy by an alarm. Invocations of one simulated second take equally
   * long, so that they are decided together (MP3).
   */
  void invoke(AttachedPolicy policy, AlarmEvaluation evaluation) {
    if (run.processes().isSuspended(ScalingProcess.ALARM_NOTIFICATION)) {
      new GroupLedger(run, plan)
          .note(
              policy.name(),
              evaluation.state() + ": " + evaluation.reason(),
              "is not asked: process AlarmNotification is suspended",
              Obstacle.PROCESS_SUSPENDED);
      return;
    }
    long second = run.nowNanos() / SimTime.SECOND;
    long delayNanos =
        run.timings().alarmToPolicy().sampleNanos(run.stream("alarm-to-policy", second));
    run.after(
        delayNanos,
        Phase.EVALUATE,
        "policy " + policy.name(),
        () -> ask(policy, Optional.of(evaluation)));
  }

  private void ask(AttachedPolicy policy, Optional<AlarmEvaluation> evaluation) {
    if (requests.isDeleted()) {
      String saw = evaluation.map(each -> each.state() + ": " + each.reason()).orElse("the clock");
      new GroupLedger(run, plan)
          .note(policy.name(), saw, "is not asked: the group was deleted", Obstacle.GROUP_DELETED);
      return;
    }
    arbiter.submit(policy.ask(new GroupContext(run, this, outlook, evaluation)));
  }

  List<InstanceRefresh> refreshes() {
    return requests.refreshes();
  }

  List<OperationOutcome> operations() {
    return operator.outcomes();
  }

  List<ScaleOut> scaleOuts() {
    return plan.scaleOuts();
  }

  @Override
  public AutoScalingGroupSpec spec() {
    return run.spec();
  }

  @Override
  public GroupIdentity identity() {
    return identity;
  }

  @Override
  public GroupCapacity capacity() {
    GroupSizes sizes = plan.sizes();
    long nowNanos = run.nowNanos();
    return new GroupCapacity(
        sizes.minimum(),
        sizes.maximum(),
        sizes.desired(),
        members.census().servingUnits(),
        members.warmUnits(nowNanos),
        members.census().units(Kind.PENDING) + launcher.orderedUnits(),
        members.census().scaleInUnits());
  }

  @Override
  public CapacityHistory history() {
    return history;
  }

  @Override
  public int inFlight() {
    Ec2 ec2 = run.environment().ec2();
    return members.sum(member -> ec2.inFlight(member.instance()));
  }
}
