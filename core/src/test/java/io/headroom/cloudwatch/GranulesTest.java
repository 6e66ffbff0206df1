package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The columns of a series against a sorted map. */
class GranulesTest {
  @Property
  void points_areThoseOfASortedMap(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> times,
      @ForAll @IntRange(max = 30) int from,
      @ForAll @IntRange(max = 30) int horizon) {
    Granules granules = new Granules(1, Instant.EPOCH);
    TreeMap<Long, Double> sums = new TreeMap<>();
    for (int time : times) {
      int slot = granules.slot(time);
      Quad.merge(granules.quads(), slot, 1.0 + time);
      sums.merge((long) time, 1.0 + time, Double::sum);
    }
    assertThat(visited(granules, from)).isEqualTo(sums.subMap((long) from, true, 30L, true));

    Granules longer = new Granules(10, Instant.EPOCH);
    granules.expire(horizon, longer);
    assertThat(visited(granules, 0)).isEqualTo(sums.subMap((long) horizon, true, 30L, true));
    double moved = visited(longer, 0).values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(moved).isEqualTo(sumBelow(sums, horizon));
  }

  private static double sumBelow(NavigableMap<Long, Double> sums, long horizon) {
    return sums.headMap(horizon, false).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static NavigableMap<Long, Double> visited(Granules granules, long from) {
    TreeMap<Long, Double> found = new TreeMap<>();
    granules.visit(from, 30, (start, quads, at) -> found.put(start, quads[at + 1]));
    return found;
  }
}
