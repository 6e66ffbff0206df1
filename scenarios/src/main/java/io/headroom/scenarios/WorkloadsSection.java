package io.headroom.scenarios;

import io.headroom.Traffic;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code workloads: [{to: WebLoadBalancer, poisson: {rate: 120/s}, requests: {...}}]}. The
 * key that is neither {@code to} nor {@code requests} names a {@link WorkloadProvider}.
 */
final class WorkloadsSection {
  private final OneKey<WorkloadProvider> kind =
      new OneKey<>("a workload", providers(), Set.of("to", "requests"));
  private final Destinations destinations;

  WorkloadsSection(Destinations destinations) {
    this.destinations = destinations;
  }

  private static Map<String, WorkloadProvider> providers() {
    Map<String, WorkloadProvider> providers = new TreeMap<>();
    ServiceLoader.load(WorkloadProvider.class)
        .forEach(provider -> providers.put(provider.key(), provider));
    return providers;
  }

  List<Traffic> read(Section root) {
    if (!root.has("workloads")) {
      root.problem("workloads", "is missing; allowed: a list such as [{poisson: 120/s}], or []");
    }
    List<Traffic> traffic = new ArrayList<>();
    for (Section item : root.sections("workloads")) {
      Optional<String> to = destinations.of(item);
      Optional<Workload> workload = workload(item);
      var requests = RequestSection.read(item);
      if (to.isPresent() && workload.isPresent()) {
        traffic.add(new Traffic(to.get(), workload.get(), requests));
      }
    }
    return traffic;
  }

  private Optional<Workload> workload(Section item) {
    return kind.in(item).flatMap(named -> item.settings(named.key()).map(named.meaning()::create));
  }
}
