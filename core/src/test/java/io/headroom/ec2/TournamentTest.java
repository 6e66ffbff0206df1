package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TournamentTest {
  /** Few different keys, so that many tie; the largest and smallest keys there are among them. */
  @Property(tries = 200)
  void tournament_agreesWithAScan(@ForAll @IntRange(max = 6) int bits, @ForAll long seed) {
    Random random = new Random(seed);
    Tournament tournament = new Tournament(1 << bits);
    long[] keys = new long[1 << bits];
    Arrays.fill(keys, Tournament.IDLE);
    for (int step = 0; step < 300; step++) {
      if (step == 150) {
        tournament.grow();
        int places = keys.length;
        keys = Arrays.copyOf(keys, 2 * places);
        Arrays.fill(keys, places, 2 * places, Tournament.IDLE);
      }
      int place = random.nextInt(keys.length);
      keys[place] = random.nextInt(4) == 0 ? Tournament.IDLE : random.nextInt(8);
      long smallest = tournament.set(place, keys[place]);
      int winner = 0;
      for (int i = 1; i < keys.length; i++) {
        winner = keys[i] < keys[winner] ? i : winner;
      }
      assertThat(smallest).isEqualTo(keys[winner]);
      assertThat(tournament.smallest()).isEqualTo(keys[winner]);
      assertThat(tournament.winner()).isEqualTo(winner);
    }
  }
}
