package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The chunks of a series against a sorted map. */
class GranulesTest {
  private static final long GRANULE = 3;

  @Property
  void points_areThoseOfASortedMap(
      @ForAll @Size(max = 60) List<@IntRange(min = -200, max = 400) Integer> times,
      @ForAll @IntRange(min = -250, max = 500) int from,
      @ForAll @IntRange(min = -250, max = 500) int horizon,
      @ForAll @Size(max = 20) List<@IntRange(min = 200, max = 700) Integer> later) {
    Granules granules = new Granules(GRANULE, Instant.EPOCH);
    TreeMap<Long, List<Double>> expected = new TreeMap<>();
    times.forEach(time -> add(granules, expected, time));
    assertThat(visited(granules, from, 300)).isEqualTo(window(expected, from, 300));

    Granules longer = new Granules(5 * GRANULE, Instant.EPOCH);
    granules.expire(horizon, longer);
    NavigableMap<Long, List<Double>> expired = expected.headMap(horizon - GRANULE, true);
    TreeMap<Long, List<Double>> rolledUp = new TreeMap<>();
    expired.forEach(
        (start, quad) ->
            rolledUp.merge(Math.floorDiv(start, 5 * GRANULE) * 5 * GRANULE, quad, this::merge));
    assertThat(visited(longer, -1_000, 1_000)).isEqualTo(rolledUp);
    expired.clear();
    assertThat(visited(granules, -1_000, 1_000)).isEqualTo(expected);
    assertThat(granules.isEmpty()).isEqualTo(expected.isEmpty());
    later.forEach(time -> add(granules, expected, time));
    assertThat(visited(granules, -1_000, 1_000)).isEqualTo(expected);
  }

  /** Every third sample comes as a set of two. */
  private void add(Granules granules, Map<Long, List<Double>> expected, int time) {
    long granule = granules.granule(time);
    long start = granules.startOf(granule);
    int place = Chunk.place(granule);
    if (time % 3 == 0) {
      granules.open(granule).add(place, new StatisticSet(2, time, time - 1, time + 1));
      expected.merge(start, List.of(2.0, 0.0 + time, time - 1.0, time + 1.0), this::merge);
    } else {
      granules.open(granule).add(place, time);
      expected.merge(start, List.of(1.0, 0.0 + time, 0.0 + time, 0.0 + time), this::merge);
    }
  }

  private List<Double> merge(List<Double> a, List<Double> b) {
    return List.of(
        a.get(0) + b.get(0),
        a.get(1) + b.get(1),
        Math.min(a.get(2), b.get(2)),
        Math.max(a.get(3), b.get(3)));
  }

  private static NavigableMap<Long, List<Double>> window(
      NavigableMap<Long, List<Double>> points, long from, long last) {
    return from > last ? new TreeMap<>() : points.subMap(from, true, last, true);
  }

  private static NavigableMap<Long, List<Double>> visited(Granules granules, long from, long last) {
    TreeMap<Long, List<Double>> found = new TreeMap<>();
    granules.visit(
        from,
        last,
        (start, chunk, place) -> {
          double[] quad = new double[Quad.SIZE];
          chunk.addTo(quad, 0, place);
          found.put(start, List.of(quad[0], quad[1], quad[2], quad[3]));
        });
    return found;
  }
}
