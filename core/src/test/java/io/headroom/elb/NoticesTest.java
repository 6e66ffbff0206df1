package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private record Notice(long endNanos, int slot, int cell) {}

  /** Far more than the slots of the first tournament, over far more time than fits into a key. */
  @Property(tries = 50)
  void notices_doWhatAQueueDoes(@ForAll long seed) {
    Random random = new Random(seed);
    Notices notices = new Notices();
    PriorityQueue<Notice> plain = new PriorityQueue<>(Comparator.comparingLong(Notice::endNanos));
    long span = 1L << (1 + random.nextInt(42));
    long now = 0;
    for (int step = 0; step < 2_000; step++) {
      now += random.nextInt(10) == 0 ? span : span / 1_000;
      assertThat(takeAll(notices, now)).containsExactlyElementsIn(takeAll(plain, now));
      Notice notice =
          new Notice(now + 1 + (long) (random.nextDouble() * span), random.nextInt(5), step);
      notices.add(notice.endNanos, notice.slot, notice.cell);
      plain.add(notice);
      if (random.nextInt(200) == 0) {
        int slot = random.nextInt(5);
        notices.forget(slot);
        plain.removeIf(each -> each.slot == slot);
      }
    }
  }

  private static List<Integer> takeAll(Notices notices, long now) {
    List<Integer> cells = new ArrayList<>();
    while (notices.isDue(now)) {
      int place = notices.take();
      cells.add(notices.slot(place) * 10_000 + notices.cell(place));
    }
    return cells;
  }

  private static List<Integer> takeAll(PriorityQueue<Notice> plain, long now) {
    List<Integer> cells = new ArrayList<>();
    while (!plain.isEmpty() && plain.element().endNanos <= now) {
      Notice notice = plain.remove();
      cells.add(notice.slot * 10_000 + notice.cell);
    }
    return cells;
  }

  @Test
  void emptyNotices_areNeverDue() {
    assertThat(new Notices().isDue(Long.MAX_VALUE / 32)).isFalse();
  }
}
