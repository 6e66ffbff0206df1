package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.replacement.ReplacementReason;
import io.headroom.ec2.PurchaseOption;
import io.headroom.sim.Phase;
import java.util.List;
import java.util.Optional;

/**
 * Brings the instances of one group to the purchase options of its mixed instances policy after an
 * update: one instance of the option that is over its share is replaced after the other, the new
 * one first (UP7, MX18).
 *
 * <p>"UpdateAutoScalingGroup", Amazon EC2 Auto Scaling API Reference. It begins with an update and
 * looks at fixed intervals until the shares are met.
 */
final class PurchaseAlignment {
  private static final String WRITER = "purchase options";

  private final GroupRun run;
  private final GroupMembers members;
  private final Reconciler reconciler;
  private final Maintenance maintenance;
  private boolean planned;

  PurchaseAlignment(
      GroupRun run, GroupMembers members, Reconciler reconciler, Maintenance maintenance) {
    this.run = run;
    this.members = members;
    this.reconciler = reconciler;
    this.maintenance = maintenance;
  }

  /** What is too much: an option, and by how many units. */
  private record Excess(PurchaseOption option, int units) {}

  /** Looks at the shares at the end of the instant, and again until they are met. */
  void look() {
    lookAfter(0);
  }

  private void lookAfter(long delayNanos) {
    if (!planned) {
      planned = true;
      run.after(delayNanos, Phase.ACT, "purchase options", this::align);
    }
  }

  private void align() {
    planned = false;
    run.spec().fleet().mixed().flatMap(this::excess).ifPresent(this::reduce);
  }

  /**
   * Returns the option of which an instance is to go. An On-Demand instance goes only if its share
   * is met without it, so that no two options are exchanged for each other for ever.
   */
  private Optional<Excess> excess(MixedInstancesPolicy policy) {
    int target = policy.distribution().split(reconciler.desired()).onDemand();
    int onDemand = members.census().actualUnits(PurchaseOption.ON_DEMAND);
    if (onDemand < target && members.census().actualUnits(PurchaseOption.SPOT) > 0) {
      return Optional.of(new Excess(PurchaseOption.SPOT, Integer.MAX_VALUE));
    }
    boolean over =
        members.any(
            member -> isOf(member, PurchaseOption.ON_DEMAND, onDemand - target) && isFree(member));
    return over
        ? Optional.of(new Excess(PurchaseOption.ON_DEMAND, onDemand - target))
        : Optional.empty();
  }

  private static boolean isOf(Member member, PurchaseOption option, int atMost) {
    return member.isActual()
        && member.units() <= atMost
        && member.configuration().purchase() == option;
  }

  private static boolean isFree(Member member) {
    return !member.isProtected() && member.isHealthy();
  }

  private void reduce(Excess excess) {
    if (isAtRest()) {
      List<Member> first =
          reconciler.inOrder(member -> isOf(member, excess.option, excess.units) && isFree(member));
      first.stream().limit(1).forEach(member -> replace(member, excess));
    }
    lookAfter(run.timings().rebalanceInterval().toNanos());
  }

  private boolean isAtRest() {
    return !reconciler.hasUnfinishedActivity()
        && reconciler.hands().launcher().mayOrder()
        && reconciler.actual() >= reconciler.desired();
  }

  private void replace(Member member, Excess excess) {
    Replacement how =
        Replacement.of(
            Departure.PURCHASE_CHANGE,
            CauseText.misfit(member.instance().id()),
            CauseText.forMisfit());
    String saw = "too much %s capacity".formatted(words(excess.option));
    if (maintenance.replace(member, ReplacementReason.PURCHASE_OPTION_CHANGE, how)) {
      reconciler.ledger().append(WRITER, saw, "replaces " + member.instance());
    } else {
      Obstacle obstacle =
          maintenance.policy().isPresent() ? Obstacle.MAINTENANCE_POLICY : Obstacle.MAXIMUM;
      reconciler.ledger().note(WRITER, saw, "waits for room above the maximum", obstacle);
    }
  }

  private static String words(PurchaseOption option) {
    return option == PurchaseOption.SPOT ? "Spot" : "On-Demand";
  }
}
