package io.headroom.scenarios;

import io.headroom.Traffic;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code workloads: [{to: WebLoadBalancer, poisson: {rate: 120/s}, requests: {...}}]}. The
 * key that is neither {@code to} nor {@code requests} names a {@link WorkloadProvider}.
 */
final class WorkloadsSection {
  private final WorkloadKinds kinds = new WorkloadKinds(Set.of("to", "requests"));
  private final Destinations destinations;

  WorkloadsSection(Destinations destinations) {
    this.destinations = destinations;
  }

  List<Traffic> read(Section root) {
    if (!root.has("workloads")) {
      root.problem("workloads", "is missing; allowed: a list such as [{poisson: 120/s}], or []");
    }
    List<Traffic> traffic = new ArrayList<>();
    for (Section item : root.sections("workloads")) {
      Optional<String> to = destinations.of(item);
      Optional<Workload> workload = kinds.read(item);
      var requests = RequestSection.read(item);
      if (to.isPresent() && workload.isPresent()) {
        traffic.add(new Traffic(to.get(), workload.get(), requests));
      }
    }
    return traffic;
  }
}
