package io.headroom.scenarios;

import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Reads the one key of a section that names a {@link WorkloadProvider}, with its settings. */
final class WorkloadKinds {
  private final OneKey<WorkloadProvider> kind;

  /**
   * Creates the reader.
   *
   * @param others keys that may stand beside the one
   */
  WorkloadKinds(Set<String> others) {
    kind = new OneKey<>("a workload", providers(), others);
  }

  private static Map<String, WorkloadProvider> providers() {
    Map<String, WorkloadProvider> providers = new TreeMap<>();
    ServiceLoader.load(WorkloadProvider.class)
        .forEach(provider -> providers.put(provider.key(), provider));
    return providers;
  }

  Optional<Workload> read(Section item) {
    return kind.in(item).flatMap(named -> item.settings(named.key()).map(named.meaning()::create));
  }
}
