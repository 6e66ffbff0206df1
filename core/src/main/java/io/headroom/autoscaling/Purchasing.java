package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.fleet.PoolOffer;
import io.headroom.autoscaling.fleet.PoolOrder;
import io.headroom.autoscaling.fleet.PurchaseSplit;
import io.headroom.autoscaling.fleet.UnitLimits;
import io.headroom.ec2.InstanceMarket;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.Money;
import io.headroom.ec2.PurchaseOption;
import java.util.List;
import java.util.Optional;

/**
 * What one group launches next: its launch configuration, or with a mixed instances policy the way
 * to buy and the pools in the order in which they are tried (LF4, MX9).
 *
 * <p>"Auto Scaling groups with multiple instance types and purchase options", Amazon EC2 Auto
 * Scaling User Guide. The zone is chosen before, so balance beats the strategy.
 */
final class Purchasing implements TerminationChoice.Fit {
  private final GroupRun run;
  private final Census census;
  private final CapacityPlan plan;

  Purchasing(GroupRun run, Census census, CapacityPlan plan) {
    this.run = run;
    this.census = census;
    this.plan = plan;
  }

  /** Sets what is launched from now on to that of other settings; running instances stay (LT4). */
  void launchAs(AutoScalingGroupSpec other) {
    FleetSettings fleet = run.spec().fleet();
    run.update(
        run.spec().toBuilder()
            .launchConfiguration(other.launchConfiguration())
            .fleet(other.fleet().mixed().map(fleet::mixed).orElse(fleet))
            .build());
  }

  /** Returns whether an instance is what the group would launch now (IR13). */
  boolean matches(LaunchConfiguration launched) {
    return mixed().isPresent()
        ? mixed().get().overrides().stream()
            .anyMatch(each -> bought(each, launched.purchase()).equals(launched))
        : run.spec().launchConfiguration().equals(launched);
  }

  /** Returns the mixed instances policy as it stands. */
  Optional<MixedInstancesPolicy> mixed() {
    return run.spec().fleet().mixed();
  }

  /** Returns what is bought next: On-Demand until its share of the desired capacity is there. */
  private PurchaseOption nextOption(MixedInstancesPolicy policy) {
    PurchaseSplit split = policy.distribution().split(plan.desired());
    return split.next(census.actualUnits(PurchaseOption.ON_DEMAND));
  }

  /** Returns what to try in a zone, best first. */
  List<Purchase> inZone(String zone) {
    if (mixed().isEmpty()) {
      return List.of(new Purchase(run.spec().launchConfiguration(), 1));
    }
    PurchaseOption option = nextOption(mixed().get());
    return order(mixed().get(), option, zone).stream()
        .map(offer -> new Purchase(bought(offer.override(), option), offer.override().units()))
        .toList();
  }

  private List<PoolOffer> order(MixedInstancesPolicy policy, PurchaseOption option, String zone) {
    double deepShare = run.environment().ec2().market().deepShare();
    List<PoolOffer> offers =
        policy.overrides().stream().map(each -> offer(each, option, zone)).toList();
    return new PoolOrder(policy.distribution(), deepShare).of(option, offers);
  }

  private PoolOffer offer(InstanceOverride override, PurchaseOption option, String zone) {
    InstanceMarket market = run.environment().ec2().market();
    LaunchConfiguration launch = bought(override, option);
    int held = census.actualIn(launch, zone);
    if (option == PurchaseOption.ON_DEMAND) {
      return new PoolOffer(override, override.onDemandPerUnit(), 1, held);
    }
    Money price = market.spotPrice(launch.type(), zone);
    double spare = market.spareCapacity(launch.type(), zone);
    return new PoolOffer(override, override.perUnit(price), spare, held);
  }

  private LaunchConfiguration bought(InstanceOverride override, PurchaseOption option) {
    LaunchConfiguration launch = override.launch().purchase(option);
    Optional<Money> maximum =
        run.spec().fleet().mixed().flatMap(m -> m.distribution().spotMaximum());
    return option == PurchaseOption.SPOT && maximum.isPresent()
        ? launch.spotMaximum(maximum.get().times(override.units(), 1))
        : launch;
  }

  /** Returns the units of the next instance, for the count of launches that are missing. */
  int nextUnits() {
    if (mixed().isEmpty() || !mixed().get().isWeighted()) {
      return 1;
    }
    return inZone(run.spec().zones().get(0)).stream().findFirst().map(Purchase::units).orElse(1);
  }

  /** MX12: returns whether an instance of so many units may still be launched. */
  boolean fits(int units) {
    int largest = mixed().map(MixedInstancesPolicy::largestWeight).orElse(1);
    UnitLimits limits = new UnitLimits(plan.desired(), plan.sizes().maximum(), largest);
    return largest == 1 || limits.allowsLaunch(census.actualUnits(), units);
  }

  /**
   * Returns whether a Spot instance has a pool to go to that is not at risk: where nothing is
   * called back, at a price that the group pays, with capacity (CR2).
   */
  boolean hasSaferPool() {
    return run.spec().zones().stream().anyMatch(this::hasSaferPool);
  }

  private boolean hasSaferPool(String zone) {
    InstanceMarket market = run.environment().ec2().market();
    return inZone(zone).stream()
        .map(Purchase::launch)
        .anyMatch(
            launch ->
                (launch.purchase() == PurchaseOption.ON_DEMAND
                        || market.spareCapacity(launch.type(), zone) > 0)
                    && isAvailable(launch, zone));
  }

  private boolean isAvailable(LaunchConfiguration launch, String zone) {
    return !run.environment().ec2().hasFailed(zone)
        && run.environment().ec2().market().refusal(launch, zone).isEmpty();
  }

  /** Returns whether a launch in a zone would find capacity now. */
  boolean isUsable(String zone) {
    return inZone(zone).stream().anyMatch(each -> isAvailable(each.launch(), zone));
  }

  /**
   * Returns the place of an instance's pool in the order of the strategy: the larger, the sooner it
   * leaves; 0 in a group without a mixed instances policy (11.3.3).
   */
  @Override
  public int misfit(LaunchConfiguration launched, String zone) {
    if (mixed().isEmpty()) {
      return 0;
    }
    List<PoolOffer> order = order(mixed().get(), launched.purchase(), zone);
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).override().launch().type().name().equals(launched.type().name())) {
        return i;
      }
    }
    return order.size();
  }

  @Override
  public boolean isEnabled(String zone) {
    return run.spec().zones().contains(zone);
  }
}
