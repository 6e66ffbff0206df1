package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BitRingTest {
  @Property(tries = 200)
  void ring_agreesWithASortedSet(
      @ForAll @IntRange(min = 1, max = 10_000) int places, @ForAll long seed) {
    Random random = new Random(seed);
    BitRing ring = new BitRing(places);
    TreeSet<Integer> members = new TreeSet<>();
    for (int step = 0; step < 300; step++) {
      int place = random.nextInt(places);
      if (random.nextInt(3) == 0) {
        ring.remove(place);
        members.remove(place);
      } else {
        ring.add(place);
        members.add(place);
      }
      assertThat(ring.isEmpty()).isEqualTo(members.isEmpty());
      if (!members.isEmpty()) {
        int from = random.nextInt(places);
        Integer expected = members.ceiling(from);
        assertThat(ring.next(from)).isEqualTo(expected == null ? members.first() : expected);
      }
    }
  }
}
