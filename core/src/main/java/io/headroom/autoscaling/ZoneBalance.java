package io.headroom.autoscaling;

import io.headroom.sim.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The choice of the zone of a launch: the one with the fewest instances, ties by lot.
 *
 * <p>"Amazon EC2 Auto Scaling benefits", section "Instance distribution", Amazon EC2 Auto Scaling
 * User Guide.
 */
final class ZoneBalance {
  private final Supplier<List<String>> zones;
  private final RandomStream random;

  /**
   * Creates the choice among zones that may change.
   *
   * @param zones the zones as they stand, in the group's order
   * @param random decides ties
   */
  ZoneBalance(Supplier<List<String>> zones, RandomStream random) {
    this.zones = zones;
    this.random = random;
  }

  /**
   * Returns the zone for the next launch; empty if all are excluded.
   *
   * @param counts the instances that each zone has; a zone that is absent has none
   * @param excluded zones that will not do
   */
  Optional<String> choose(Map<String, Integer> counts, Set<String> excluded) {
    List<String> usable = zones.get().stream().filter(zone -> !excluded.contains(zone)).toList();
    int fewest = usable.stream().mapToInt(zone -> counts.getOrDefault(zone, 0)).min().orElse(0);
    List<String> emptiest =
        usable.stream().filter(zone -> counts.getOrDefault(zone, 0) == fewest).toList();
    return emptiest.size() < 2
        ? emptiest.stream().findFirst()
        : Optional.of(emptiest.get(random.nextInt(emptiest.size())));
  }
}
