package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private static void nothing() {}

  @Test
  void poll_givesEarlierTimeFirst() {
    EventQueue queue = new EventQueue();
    queue.add(20, Phase.WORLD, "late", EventQueueTest::nothing);
    queue.add(10, Phase.ACT, "early", EventQueueTest::nothing);
    assertThat(queue.poll().name()).isEqualTo("early");
    assertThat(queue.poll().name()).isEqualTo("late");
  }

  @Test
  void poll_givesEarlierPhaseFirst_atOneTime() {
    EventQueue queue = new EventQueue();
    queue.add(5, Phase.ACT, "act", EventQueueTest::nothing);
    queue.add(5, Phase.EVALUATE, "evaluate", EventQueueTest::nothing);
    queue.add(5, Phase.MEASURE, "measure", EventQueueTest::nothing);
    queue.add(5, Phase.WORLD, "world", EventQueueTest::nothing);
    assertThat(drain(queue)).containsExactly("world", "measure", "evaluate", "act").inOrder();
  }

  @Test
  void poll_givesEqualsInOrderOfAdding() {
    EventQueue queue = new EventQueue();
    for (int i = 0; i < 100; i++) {
      queue.add(7, Phase.WORLD, "event " + i, EventQueueTest::nothing);
    }
    List<String> names = drain(queue);
    assertThat(names.get(0)).isEqualTo("event 0");
    assertThat(names.get(99)).isEqualTo("event 99");
  }

  @Test
  void cancel_withdrawsTheEvent() {
    EventQueue queue = new EventQueue();
    EventHandle first = queue.add(1, Phase.WORLD, "first", EventQueueTest::nothing);
    queue.add(2, Phase.WORLD, "second", EventQueueTest::nothing);
    first.cancel();
    assertThat(queue.nextNanos()).isEqualTo(2);
    assertThat(drain(queue)).containsExactly("second");
  }

  @Test
  void nextNanos_isNever_whenEmpty() {
    assertThat(new EventQueue().nextNanos()).isEqualTo(HotSource.NEVER);
  }

  @Test
  void poll_throws_whenEmpty() {
    EventQueue queue = new EventQueue();
    queue.add(1, Phase.WORLD, "cancelled", EventQueueTest::nothing).cancel();
    assertThrows(NoSuchElementException.class, queue::poll);
  }

  @Test
  void add_refusesNegativeTime() {
    EventQueue queue = new EventQueue();
    assertThrows(
        IllegalArgumentException.class,
        () -> queue.add(-1, Phase.WORLD, "never", EventQueueTest::nothing));
  }

  /** Codes 0 to 99 add an event at that time, 100 to 149 cancel one, 150 to 199 poll. */
  @Property(tries = 300)
  void queue_agreesWithSortedList(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 199) Integer> codes) {
    EventQueue queue = new EventQueue();
    List<EventHandle> sorted = new ArrayList<>();
    for (int code : codes) {
      if (code < 100) {
        Phase phase = List.of(Phase.values()).get(code % 4);
        sorted.add(queue.add(code / 4, phase, "event " + sorted.size(), EventQueueTest::nothing));
        sorted.sort(
            Comparator.comparing((EventHandle e) -> e.timeNanos).thenComparing(e -> e.phase));
      } else if (code < 150 && !sorted.isEmpty()) {
        sorted.remove(code % sorted.size()).cancel();
      } else if (!sorted.isEmpty()) {
        assertThat(queue.poll()).isSameInstanceAs(sorted.remove(0));
      }
      assertThat(queue.isEmpty()).isEqualTo(sorted.isEmpty());
    }
  }

  private static List<String> drain(EventQueue queue) {
    List<String> names = new ArrayList<>();
    while (!queue.isEmpty()) {
      names.add(queue.poll().name());
    }
    return names;
  }
}
