package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InServiceTest {
  private final InService service = new InService();

  /** The requests in service and their keys. */
  private final Map<Integer, Long> plain = new HashMap<>();

  /**
   * The number of requests goes up and down across the limits of few and many. Few different keys,
   * so that many tie; the largest and smallest keys there are among them.
   */
  @Property(tries = 50)
  void requests_areThoseOfAMap(@ForAll long seed) {
    Random random = new Random(seed);
    clear();
    for (int step = 0; step < 3_000; step++) {
      boolean grows = step / 200 % 4 == 0;
      long key = random.nextInt(6) == 0 ? InService.IDLE - 1 : random.nextInt(60);
      int choice = plain.isEmpty() ? 0 : random.nextInt(4);
      long smallest =
          choice == 1 ? replace(step, key) : choice == 0 || grows ? take(step, key) : vacate();
      assertThat(smallest).isEqualTo(smallestOfAll());
      assertThat(service.smallest()).isEqualTo(smallest);
      if (!plain.isEmpty()) {
        assertThat(plain.get(service.request())).isEqualTo(smallest);
      }
    }
    assertSame();
  }

  private long take(int request, long key) {
    plain.put(request, key);
    return service.take(request, key);
  }

  private long replace(int request, long key) {
    plain.remove(service.request());
    plain.put(request, key);
    return service.replace(request, key);
  }

  private long vacate() {
    plain.remove(service.request());
    return service.vacate();
  }

  private void clear() {
    plain.clear();
    service.clear();
  }

  private long smallestOfAll() {
    return plain.values().stream().mapToLong(Long::longValue).min().orElse(InService.IDLE);
  }

  private void assertSame() {
    Map<Integer, Long> shown = new HashMap<>();
    service.forEach((request, key) -> assertThat(shown.put(request, key)).isNull());
    assertThat(shown).isEqualTo(plain);
  }

  @Test
  void requests_endInTheOrderOfTheirKeys_fewOrMany() {
    for (int count : new int[] {1, InService.FEW, InService.FEW + 1, 10 * InService.FEW}) {
      for (int i = 0; i < count; i++) {
        service.take(i, i * 7_919L % count);
      }
      for (long key = 0; key < count; key++) {
        assertThat(service.smallest()).isEqualTo(key);
        assertThat(service.request() * 7_919L % count).isEqualTo(key);
        service.vacate();
      }
      assertThat(service.smallest()).isEqualTo(InService.IDLE);
    }
  }

  @Test
  void move_shiftsEveryKey_andClear_endsAll() {
    for (int count : new int[] {3, 2 * InService.FEW}) {
      for (int i = 0; i < count; i++) {
        take(i, 10 + i);
      }
      service.move(key -> key + 5);
      plain.replaceAll((request, key) -> key + 5);
      assertSame();
      clear();
      assertSame();
      assertThat(service.smallest()).isEqualTo(InService.IDLE);
    }
  }
}
