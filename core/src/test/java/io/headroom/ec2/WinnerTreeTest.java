package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WinnerTreeTest {
  private static final long IDLE = Long.MAX_VALUE;
  private static final long YEAR = 365 * 86_400L * 1_000_000_000L;

  private final WinnerTree tree = new WinnerTree();

  @Test
  void next_isNever_whenAllSlotsAreIdle() {
    assertThat(tree.nextNanos()).isEqualTo(IDLE);
  }

  @Test
  void next_isTheEarliest_andTheSmallerSlotWinsATie() {
    tree.set(3, 100);
    tree.set(7, 50);
    tree.set(5, 50);
    assertThat(tree.nextNanos()).isEqualTo(50);
    assertThat(tree.nextSlot()).isEqualTo(5);
    tree.set(5, IDLE);
    assertThat(tree.nextSlot()).isEqualTo(7);
  }

  @Test
  void next_isExact_afterAYearAndBeyondThePackedRange() {
    tree.set(60_000, 3 * YEAR + 17);
    tree.set(1, 3 * YEAR + 18);
    assertThat(tree.nextNanos()).isEqualTo(3 * YEAR + 17);
    tree.set(2, YEAR + 1);
    assertThat(tree.nextNanos()).isEqualTo(YEAR + 1);
    assertThat(tree.nextSlot()).isEqualTo(2);
  }

  /** Each code sets one of 40 slots to a time spread over 100 years, or to idle. */
  @Property(tries = 200)
  void tree_agreesWithAScan(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 4_000_000) Long> codes) {
    WinnerTree winners = new WinnerTree();
    long[] due = new long[40];
    Arrays.fill(due, IDLE);
    for (long code : codes) {
      int slot = (int) (code % 40);
      due[slot] = code % 7 == 0 ? IDLE : code * (YEAR / 40_000);
      winners.set(slot, due[slot]);
      int best = 0;
      for (int i = 1; i < due.length; i++) {
        best = due[i] < due[best] ? i : best;
      }
      assertThat(winners.nextNanos()).isEqualTo(due[best]);
      if (due[best] != IDLE) {
        assertThat(winners.nextSlot()).isEqualTo(best);
      }
    }
  }
}
