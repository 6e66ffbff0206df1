package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.sim.SimTime.DAY;
import static io.headroom.sim.SimTime.SECOND;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private record Notice(long endNanos, int target) {}

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
          new Notice(now + 1 + (long) (random.nextDouble() * span), random.nextInt(1_000));
      notices.add(now, notice.endNanos, notice.target);
      plain.add(notice);
      if (random.nextInt(200) == 0) {
        int target = random.nextInt(1_000);
        notices.forget(target);
        plain.removeIf(each -> each.target == target);
      }
    }
  }

  private static List<Integer> takeAll(Notices notices, long now) {
    List<Integer> targets = new ArrayList<>();
    while (notices.isDue(now)) {
      targets.add(notices.take());
    }
    return targets;
  }

  private static List<Integer> takeAll(PriorityQueue<Notice> plain, long now) {
    List<Integer> targets = new ArrayList<>();
    while (!plain.isEmpty() && plain.element().endNanos <= now) {
      targets.add(plain.remove().target);
    }
    return targets;
  }

  @Test
  void emptyNotices_areNeverDue() {
    assertThat(new Notices().isDue(Long.MAX_VALUE)).isFalse();
  }

  /** With a place for each of many requests few bits are left for the time. */
  @Test
  void manyRequestsAndThenNoneForDays_areStillLearned() {
    Notices notices = new Notices();
    for (int target = 0; target < 1 << 17; target++) {
      notices.add(0, SECOND, target);
    }
    assertThat(takeAll(notices, SECOND)).hasSize(1 << 17);
    assertThat(notices.isDue(2 * DAY)).isFalse();

    notices.add(2 * DAY, 2 * DAY + 2 * SECOND, 1);
    notices.add(2 * DAY, 2 * DAY + SECOND, 2);

    assertThat(takeAll(notices, 2 * DAY + SECOND)).containsExactly(2);
    assertThat(takeAll(notices, 2 * DAY + 2 * SECOND)).containsExactly(1);
  }

  @Test
  void drain_handsOverWhatIsLeft_once() {
    Notices notices = new Notices();
    for (int target = 1; target <= 40; target++) {
      notices.add(0, 10L * target, target);
    }
    takeAll(notices, 250);

    List<Long> left = new ArrayList<>();
    notices.drain((target, endNanos) -> left.add(endNanos - 10L * target));

    assertThat(left).isEqualTo(Collections.nCopies(15, 0L));
    assertThat(notices.size()).isEqualTo(0);
    assertThat(notices.isDue(Long.MAX_VALUE)).isFalse();
  }
}
