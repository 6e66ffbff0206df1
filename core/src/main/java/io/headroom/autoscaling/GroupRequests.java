package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.operations.GroupApi;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Grace;
import io.headroom.autoscaling.operations.GroupOperation.Health;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.autoscaling.refusal.GroupRefusals;
import io.headroom.autoscaling.refusal.InstanceRefusals;
import io.headroom.autoscaling.refusal.Quota;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.ec2.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the operations of users for one group.
 *
 * <p>"Manual scaling", "Suspend and resume a process", "Complete a lifecycle action" and "Use
 * instance scale-in protection", Amazon EC2 Auto Scaling User Guide.
 */
final class GroupRequests implements GroupApi {
  private final GroupRun run;
  private final GroupMembers members;
  private final Parts parts;
  private final Selection selection;
  private boolean deleted;

  GroupRequests(GroupRun run, GroupMembers members, Parts parts) {
    this.run = run;
    this.members = members;
    this.parts = parts;
    selection = new Selection(members);
  }

  /** Who carries the operations out. */
  record Parts(
      SizeRequests sizes,
      SettingRequests settings,
      Moves moves,
      UserTerminations terminations,
      Hooks hooks,
      HealthWatch health,
      GroupLedger ledger,
      Refreshes refreshes,
      ShiftRequests shifts) {}

  /** The parts of the group that the operations reach. */
  record Wiring(
      Reconciler reconciler,
      HealthWatch health,
      Maintenance maintenance,
      ServiceEntry entry,
      Doors doors) {}

  static GroupRequests of(GroupRun run, GroupMembers members, CapacityPlan plan, Wiring wiring) {
    Doors doors = wiring.doors;
    Reconciler.Hands hands = wiring.reconciler.hands();
    SizeRequests sizes = new SizeRequests(run, plan, wiring.reconciler, doors.cooldown());
    Moves.Parts moves =
        new Moves.Parts(
            sizes,
            new Outbound(run, members, plan, sizes, doors),
            new Inbound(run, wiring.entry, doors.cooldown()),
            hands.launcher());
    Refreshes refreshes =
        new Refreshes(run, new RefreshRun.Parts(members, wiring.reconciler, wiring.health));
    PurchaseAlignment alignment =
        new PurchaseAlignment(run, members, wiring.reconciler, wiring.maintenance);
    GroupLedger ledger = new GroupLedger(run, plan);
    Parts parts =
        new Parts(
            sizes,
            new SettingRequests(
                run, members, new SettingRequests.Parts(sizes, refreshes, alignment)),
            new Moves(run, members, plan, moves),
            new UserTerminations(run, members, plan, hands.terminator(), sizes),
            doors.hooks(),
            wiring.health,
            ledger,
            refreshes,
            new ShiftRequests(run, ledger));
    return new GroupRequests(run, members, parts);
  }

  /** Returns whether the group was deleted, so that nothing acts on it any more. */
  boolean isDeleted() {
    return deleted;
  }

  /**
   * Refuses whatever is asked of a group that was deleted; to be asked before each operation.
   *
   * @throws io.headroom.autoscaling.refusal.AutoScalingException if it was
   */
  void requireGroup() {
    run.require(deleted ? List.of(GroupRefusals.updateOfUnknown()) : List.of());
  }

  private List<Member> select(InstanceChoice choice, Set<Kind> kinds, Quota quota, String need) {
    Selection.Found found =
        selection.of(choice, member -> kinds.contains(member.state().kind()), need);
    List<Refusal> refusals = new ArrayList<>(found.refusals());
    quota.check("InstanceIds", found.members().size()).ifPresent(refusals::add);
    run.require(refusals);
    return found.members();
  }

  private List<Member> inService(InstanceChoice choice) {
    return select(choice, Set.of(Kind.IN_SERVICE), Quota.INSTANCES_PER_CALL, "InService");
  }

  @Override
  public void setDesired(GroupOperation.SetDesired request) {
    parts.sizes.setDesired(request);
  }

  @Override
  public void update(GroupOperation.UpdateGroup request) {
    parts.settings.update(request);
  }

  @Override
  public void attach(GroupOperation.Attach request) {
    parts.moves.attach(request.count());
  }

  @Override
  public void detach(GroupOperation.Detach request) {
    parts.moves.detach(inService(request.instances()), request.decrement());
  }

  @Override
  public void enterStandby(GroupOperation.EnterStandby request) {
    parts.moves.enterStandby(inService(request.instances()), request.decrement());
  }

  @Override
  public void exitStandby(GroupOperation.ExitStandby request) {
    parts.moves.exitStandby(
        select(request.instances(), Set.of(Kind.STANDBY), Quota.INSTANCES_PER_CALL, "Standby"));
  }

  @Override
  public void terminate(GroupOperation.Terminate request) {
    List<Member> chosen =
        select(
            request.instances(),
            Set.of(Kind.PENDING, Kind.IN_SERVICE, Kind.STANDBY, Kind.RETAINED),
            Quota.INSTANCES_PER_CALL,
            "InService");
    parts.terminations.terminate(chosen, request.decrement());
  }

  @Override
  public void terminateInEc2(GroupOperation.TerminateInEc2 request) {
    select(request.instances(), Set.of(Kind.values()), Quota.INSTANCES_PER_CALL, "in the group")
        .forEach(member -> run.environment().ec2().terminate(member.instance()));
  }

  @Override
  public void protect(GroupOperation.Protect request) {
    LifecycleSettings.Protection protection =
        request.fromScaleIn()
            ? LifecycleSettings.Protection.FROM_SCALE_IN
            : LifecycleSettings.Protection.NONE;
    select(request.instances(), Set.of(Kind.IN_SERVICE), Quota.PROTECTED_PER_CALL, "InService")
        .forEach(member -> member.protect(protection));
    parts.sizes.reconcile();
  }

  @Override
  public void suspend(GroupOperation.Suspend request) {
    run.processes().suspend(request.processes());
  }

  @Override
  public void resume(GroupOperation.Resume request) {
    run.processes().resume(request.processes());
  }

  @Override
  public void setHealth(GroupOperation.SetHealth request) {
    for (Member member : inService(request.instances())) {
      if (request.health() == Health.HEALTHY) {
        member.markHealthy();
      } else if (request.grace() == Grace.RESPECT && parts.health.isInGrace(member)) {
        parts.ledger.note(
            "health check",
            member + " set unhealthy",
            "the grace period protects the instance",
            Obstacle.GRACE_PERIOD);
      } else {
        member.markUnhealthy(HealthFailure.SET_BY_USER);
      }
    }
    parts.health.lookNow();
  }

  @Override
  public void completeAction(GroupOperation.CompleteAction request) {
    HookResult result = request.result();
    waiting(request.hook(), request.instances())
        .forEach(instance -> parts.hooks.complete(instance, request.hook(), result));
  }

  @Override
  public void heartbeat(GroupOperation.Heartbeat request) {
    waiting(request.hook(), request.instances())
        .forEach(instance -> parts.hooks.heartbeat(instance, request.hook()));
  }

  /** HK12: an action that is not active is refused. */
  private List<Instance> waiting(String hook, InstanceChoice choice) {
    Selection.Found found =
        selection.of(choice, member -> parts.hooks.isActive(member.instance(), hook), "waiting");
    List<Refusal> refusals =
        found.refusals().isEmpty()
            ? List.of()
            : List.of(InstanceRefusals.noLifecycleAction(choice.toString()));
    run.require(refusals);
    return found.members().stream().map(Member::instance).toList();
  }

  @Override
  public void startZonalShift(GroupOperation.StartZonalShift request) {
    parts.shifts.start(request);
  }

  @Override
  public void cancelZonalShift(GroupOperation.CancelZonalShift request) {
    parts.shifts.cancel(request);
  }

  @Override
  public void startRefresh(RefreshOperation.Start request) {
    parts.refreshes.start(request);
  }

  @Override
  public void cancelRefresh(RefreshOperation.Cancel request) {
    parts.refreshes.cancel();
  }

  @Override
  public void rollBackRefresh(RefreshOperation.Rollback request) {
    parts.refreshes.rollBack();
  }

  /** Returns the instance refreshes of the group, in order of their start. */
  List<InstanceRefresh> refreshes() {
    return parts.refreshes.results();
  }

  @Override
  public void delete(GroupOperation.Delete request) {
    if (request.deletion() == GroupOperation.Deletion.ORDERLY) {
      run.require(whatKeepsTheGroup());
    }
    deleted = true;
    parts.sizes.delete();
    parts.terminations.deleteAll();
  }

  /** DEL1: without force the group must be empty and at rest. */
  private List<Refusal> whatKeepsTheGroup() {
    if (members.all().isEmpty()) {
      return List.of();
    }
    boolean leaving =
        members.all().stream()
            .allMatch(member -> member.is(Kind.TERMINATING) || member.is(LifecycleState.DETACHING));
    return List.of(
        leaving ? GroupRefusals.deletionWithActivities() : GroupRefusals.deletionWithInstances());
  }
}
