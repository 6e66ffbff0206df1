package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BitRingsTest {
  @Property(tries = 200)
  void rings_agreeWithSortedSets(
      @ForAll @IntRange(min = 1, max = 10_000) int places, @ForAll long seed) {
    Random random = new Random(seed);
    BitRings rings = new BitRings(places);
    TreeMap<Integer, TreeSet<Integer>> plain = new TreeMap<>();
    for (int step = 0; step < 300; step++) {
      int number = random.nextInt(12);
      int place = random.nextInt(places);
      TreeSet<Integer> members = plain.computeIfAbsent(number, ring -> new TreeSet<>());
      rings.add(number, place);
      if (random.nextInt(3) == 0) {
        rings.remove(number, place);
        members.remove(place);
      } else {
        members.add(place);
      }
      assertThat(rings.isEmpty(number)).isEqualTo(members.isEmpty());
      if (!members.isEmpty()) {
        int from = random.nextInt(places);
        Integer expected = members.ceiling(from);
        int next = expected == null ? members.first() : expected;
        assertThat(rings.next(number, from)).isEqualTo(next);
      }
    }
  }
}
