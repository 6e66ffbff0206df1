package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlacesTest {
  private record InService(int request, long key) {}

  /**
   * The same with a map: the place given back last is taken first, the smaller place wins a tie.
   */
  private static final class Plain {
    final TreeMap<Integer, InService> places = new TreeMap<>();
    final Deque<Integer> free = new ArrayDeque<>();

    int winner() {
      return places.entrySet().stream()
          .min(Comparator.comparingLong(each -> each.getValue().key))
          .orElseThrow()
          .getKey();
    }

    void take(int request, long key) {
      int place = free.isEmpty() ? places.size() : free.pop();
      places.put(place, new InService(request, key));
    }

    long smallest() {
      return places.values().stream().mapToLong(InService::key).min().orElse(Places.IDLE);
    }

    List<Integer> requests() {
      return places.values().stream().map(InService::request).toList();
    }
  }

  /** Few different keys, so that many tie; the largest and smallest keys there are among them. */
  @Property(tries = 200)
  void places_agreeWithAScan(@ForAll @IntRange(min = 1, max = 9) int first, @ForAll long seed) {
    Random random = new Random(seed);
    Places places = new Places(first);
    Plain plain = new Plain();
    for (int step = 0; step < 300; step++) {
      long key = random.nextInt(6) == 0 ? Places.IDLE - 1 : random.nextInt(8);
      int choice = plain.places.isEmpty() ? 0 : random.nextInt(4);
      long smallest =
          switch (choice) {
            case 0, 1 -> {
              plain.take(step, key);
              yield places.take(step, key);
            }
            case 2 -> {
              plain.places.put(plain.winner(), new InService(step, key));
              yield places.replace(step, key);
            }
            default -> {
              int place = plain.winner();
              plain.places.remove(place);
              plain.free.push(place);
              yield places.vacate();
            }
          };
      assertThat(smallest).isEqualTo(plain.smallest());
      assertThat(places.smallest()).isEqualTo(plain.smallest());
      if (!plain.places.isEmpty()) {
        InService next = Objects.requireNonNull(plain.places.get(plain.winner()));
        assertThat(places.request()).isEqualTo(next.request);
      }
    }
    List<Integer> requests = new ArrayList<>();
    places.forEach((request, key) -> requests.add(request));
    assertThat(requests).containsExactlyElementsIn(plain.requests()).inOrder();
  }

  @Property(tries = 50)
  void move_shiftsEveryKey_andClear_freesAll(@ForAll @IntRange(min = 1, max = 20) int count) {
    Places places = new Places(1);
    for (int i = 0; i < count; i++) {
      places.take(i, 10 + i);
    }
    places.move(key -> key + 5);
    assertThat(places.smallest()).isEqualTo(15);
    assertThat(places.request()).isEqualTo(0);
    places.clear();
    assertThat(places.smallest()).isEqualTo(Places.IDLE);
    assertThat(places.take(7, 3)).isEqualTo(3);
    assertThat(places.request()).isEqualTo(7);
  }
}
