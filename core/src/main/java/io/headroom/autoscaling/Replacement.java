package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why and how one instance is replaced.
 *
 * @param departure why the old instance leaves
 * @param terminateClause the clause of the cause of its termination, without the time
 * @param launchClause the clause of the cause of the launch, without the time
 * @param zone the only zone for the new instance; empty for the choice of the group
 * @param ready what the new instance in service must fulfil before the old one leaves, for a
 *     replacement that launches first
 */
record Replacement(
    Departure departure,
    String terminateClause,
    String launchClause,
    Optional<String> zone,
    Predicate<Member> ready) {
  /** Returns a replacement that takes any zone and is done when the new instance is in service. */
  static Replacement of(Departure departure, String terminateClause, String launchClause) {
    return new Replacement(
        departure, terminateClause, launchClause, Optional.empty(), successor -> true);
  }

  /** Returns a copy with another condition for the new instance. */
  Replacement when(Predicate<Member> newReady) {
    return new Replacement(departure, terminateClause, launchClause, zone, newReady);
  }

  /** Returns a copy that launches in one zone only. */
  Replacement in(String newZone) {
    return new Replacement(departure, terminateClause, launchClause, Optional.of(newZone), ready);
  }
}
