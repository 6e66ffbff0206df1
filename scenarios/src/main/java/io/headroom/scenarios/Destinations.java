package io.headroom.scenarios;

import io.headroom.scenarios.Stack.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places that a workload can send its requests to.
 *
 * @param state whether all places are known
 * @param byLogicalId the names of the places, by the ids that a scenario file uses
 * @param entrances the ids of the load balancers, and of the groups that have none: the places
 *     where clients come in
 */
record Destinations(State state, Map<String, String> byLogicalId, List<String> entrances) {
  /** Returns the destination of a workload; where {@code to} is absent, the only possible one. */
  Optional<String> of(Section workload) {
    if (state == State.BROKEN) {
      workload.text("to");
      return Optional.empty();
    }
    if (workload.has("to")) {
      return workload
          .read("to", Notations.word(List.copyOf(byLogicalId.keySet())))
          .map(byLogicalId::get);
    }
    if (entrances.size() == 1) {
      return Optional.ofNullable(byLogicalId.get(entrances.get(0)));
    }
    if (!entrances.isEmpty()) {
      workload.problem("to", "is missing; allowed: one of " + String.join(", ", entrances));
    }
    return Optional.empty();
  }
}
