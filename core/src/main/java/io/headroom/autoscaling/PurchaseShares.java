package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.PurchaseSplit;
import io.headroom.ec2.PurchaseOption;
import java.util.List;
import java.util.Optional;

/**
 * How a scale-in is divided between On-Demand and Spot: the option over its share of the new
 * desired capacity loses first, before zones and termination policies are looked at (11.3.1,
 * 11.3.4).
 */
record PurchaseShares(Purchasing purchasing, CapacityPlan plan) {

  /** A part of a scale-in: one option, or all, and how many units leave. */
  record Part(Optional<PurchaseOption> option, int units) {
    boolean holdsFor(Member member) {
      return option.map(member.configuration().purchase()::equals).orElse(true);
    }
  }

  /** Returns the parts of a scale-in by so many units. */
  List<Part> of(List<Member> actual, int surplus) {
    if (purchasing.mixed().isEmpty()) {
      return List.of(new Part(Optional.empty(), surplus));
    }
    int onDemand =
        actual.stream()
            .filter(member -> member.configuration().purchase() == PurchaseOption.ON_DEMAND)
            .mapToInt(Member::units)
            .sum();
    PurchaseSplit split = purchasing.mixed().get().distribution().split(plan.desired());
    int loss = Math.max(0, Math.min(surplus, onDemand - split.onDemand()));
    return List.of(
        new Part(Optional.of(PurchaseOption.ON_DEMAND), loss),
        new Part(Optional.of(PurchaseOption.SPOT), surplus - loss));
  }
}
