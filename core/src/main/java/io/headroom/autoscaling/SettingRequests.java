package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.refusal.RefreshRefusals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes the settings of one group when a user updates it. Instances that are there stay as they
 * are (LT4); what no longer fits is exchanged bit by bit (UP7, UP8).
 *
 * <p>"UpdateAutoScalingGroup", Amazon EC2 Auto Scaling API Reference.
 */
final class SettingRequests {
  private static final Set<Kind> WEIGHED = Set.of(Kind.PENDING, Kind.IN_SERVICE, Kind.STANDBY);

  private final GroupRun run;
  private final GroupMembers members;
  private final Parts parts;

  SettingRequests(GroupRun run, GroupMembers members, Parts parts) {
    this.run = run;
    this.members = members;
    this.parts = parts;
  }

  /** What an update reaches. */
  record Parts(SizeRequests sizes, Refreshes refreshes, PurchaseAlignment alignment) {}

  /** Makes all of an update, or nothing of it. */
  void update(GroupOperation.UpdateGroup request) {
    SettingsUpdate update = new SettingsUpdate(run.spec());
    request.settings().forEach(each -> each.applyTo(update));
    run.require(
        update.changesLaunch() && parts.refreshes.hasDesiredConfiguration()
            ? List.of(RefreshRefusals.updateOfDerived())
            : List.of());
    GroupSizes sizes = parts.sizes.after(request);
    parts.sizes.update(sizes);
    if (!request.settings().isEmpty()) {
      run.update(update.result());
      run.spec().fleet().mixed().ifPresent(this::reweigh);
      parts.sizes.reconcile();
    }
    if (update.changesLaunch()) {
      parts.alignment.look();
    }
  }

  /** MX17: an instance has the weight of its type; a type that was removed keeps its last one. */
  private void reweigh(MixedInstancesPolicy policy) {
    Map<String, Integer> units =
        policy.overrides().stream()
            .collect(
                Collectors.toMap(each -> each.launch().type().name(), InstanceOverride::units));
    for (Member member : members.all()) {
      int weight = units.getOrDefault(member.configuration().type().name(), member.units());
      if (weight != member.units() && WEIGHED.contains(member.state().kind())) {
        members.reweigh(member, weight, run.nowNanos());
      }
    }
  }
}
