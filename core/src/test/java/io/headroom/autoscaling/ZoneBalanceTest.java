package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.RandomStream;
import io.headroom.testing.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ZoneBalanceTest {
  private static final List<String> ZONES = List.of("a", "b", "c");

  @Property
  @Rule("autoscaling AZ1")
  @Rule("autoscaling AZ6")
  void launches_keepLevelZonesWithinOne(
      @ForAll @IntRange(min = 0, max = 50) int launches, @ForAll long seed) {
    ZoneBalance balance = new ZoneBalance(() -> ZONES, new RandomStream(seed));
    Map<String, Integer> counts = new HashMap<>(Map.of("a", 4, "b", 4, "c", 4));
    for (int i = 0; i < launches; i++) {
      counts.merge(balance.choose(counts, Set.of()).orElseThrow(), 1, Integer::sum);
    }
    int most = counts.values().stream().max(Integer::compare).orElseThrow();
    int fewest = counts.values().stream().min(Integer::compare).orElseThrow();

    assertThat(most - fewest).isAtMost(1);
  }

  @Test
  @Rule("autoscaling AZ3")
  @Rule("autoscaling M8")
  void ties_areBrokenByTheSeed() {
    ZoneBalance first = new ZoneBalance(() -> ZONES, new RandomStream(5));
    ZoneBalance second = new ZoneBalance(() -> ZONES, new RandomStream(5));
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 50; i++) {
      Optional<String> zone = first.choose(Map.of(), Set.of());
      assertThat(zone).isEqualTo(second.choose(Map.of(), Set.of()));
      seen.add(zone.orElseThrow());
    }

    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void excludedZones_areNotChosen() {
    ZoneBalance balance = new ZoneBalance(() -> ZONES, new RandomStream(5));

    assertThat(balance.choose(Map.of("a", 0, "b", 9, "c", 8), Set.of("a", "c"))).hasValue("b");
    assertThat(balance.choose(Map.of(), Set.copyOf(ZONES))).isEmpty();
  }
}
