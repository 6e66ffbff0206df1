package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.LedgerEntry;
import java.util.List;

/**
 * One change of a desired capacity by a policy.
 *
 * @param timeNanos when, in nanoseconds since the start of the run
 * @param policy who changed it
 * @param from the desired capacity before
 * @param to the desired capacity after
 */
record CapacityChange(long timeNanos, String policy, int from, int to) {

  /** Returns the changes of a group in order of time, each by the policy whose wish it was. */
  static List<CapacityChange> of(SimulationResult result, AutoScalingGroupSpec group) {
    return result.ledger().stream()
        .filter(entry -> entry.group().equals(group.name()))
        .filter(entry -> entry.desiredAfter() != entry.desiredBefore())
        .filter(CapacityChange::isWinner)
        .map(
            entry ->
                new CapacityChange(
                    entry.timeNanos(), entry.policy(), entry.desiredBefore(), entry.desiredAfter()))
        .toList();
  }

  /** All proposals of an instant show the change; the winner asked for it or for more. */
  private static boolean isWinner(LedgerEntry entry) {
    return entry.alarm().isPresent()
        && entry.wanted().isPresent()
        && (entry.desiredAfter() > entry.desiredBefore()
            ? entry.wanted().getAsInt() >= entry.desiredAfter()
            : entry.wanted().getAsInt() <= entry.desiredAfter());
  }

  boolean isOut() {
    return to > from;
  }

  boolean reverses(CapacityChange earlier) {
    return isOut() != earlier.isOut();
  }
}
