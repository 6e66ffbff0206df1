package io.headroom.autoscaling.replacement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two zones between which a group is out of balance.
 *
 * @param from the zone that has too many instances, or that the group no longer uses
 * @param to the zone with the fewest
 * @param fromCount how many instances {@code from} has
 * @param toCount how many instances {@code to} has
 */
public record ZoneImbalance(String from, String to, int fromCount, int toCount) {

  /**
   * Finds the worst imbalance: an instance in a zone that the group no longer uses, or a difference
   * of at least two between its fullest and its emptiest usable zone (AZ10).
   *
   * @param counts the instances of each zone; a zone that is absent has none
   * @param usable the zones of the group that are usable, in the group's order, which breaks ties
   * @param enabled all zones of the group, usable or not
   */
  public static Optional<ZoneImbalance> find(
      Map<String, Integer> counts, List<String> usable, List<String> enabled) {
    Optional<String> emptiest = usable.stream().min(Comparator.comparing(z -> count(counts, z)));
    if (emptiest.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> foreign =
        counts.keySet().stream()
            .filter(zone -> !enabled.contains(zone) && count(counts, zone) > 0)
            .findFirst();
    Optional<String> fullest =
        foreign.or(() -> usable.stream().max(Comparator.comparing(z -> count(counts, z))));
    return fullest
        .map(from -> between(counts, from, emptiest.get()))
        .filter(found -> foreign.isPresent() || found.fromCount - found.toCount >= 2);
  }

  private static ZoneImbalance between(Map<String, Integer> counts, String from, String to) {
    return new ZoneImbalance(from, to, count(counts, from), count(counts, to));
  }

  private static int count(Map<String, Integer> counts, String zone) {
    return counts.getOrDefault(zone, 0);
  }
}
