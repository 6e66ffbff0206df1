package io.headroom.autoscaling.fleet;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.PurchaseOption;
import io.headroom.testing.Rule;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PurchaseSplitTest {

  @Property(tries = 500)
  @Rule("autoscaling MX3")
  void parts_addUp_andOnDemandHasAtLeastItsShare(
      @ForAll @IntRange(max = 10_000) int total,
      @ForAll @IntRange(max = 10_000) int base,
      @ForAll @IntRange(max = 100) int percentage) {
    PurchaseSplit split = PurchaseSplit.of(total, base, percentage);
    assertThat(split.onDemand() + split.spot()).isEqualTo(total);
    int above = total - split.base();
    assertThat(100L * split.onDemandAbove()).isAtLeast((long) above * percentage);
    assertThat(100L * split.onDemandAbove()).isLessThan((long) above * percentage + 100);
  }

  /** Buying one after another by the split of the next size keeps the shares all the way. */
  @Property(tries = 200)
  @Rule("autoscaling MX1")
  void launches_oneByOne_endWithTheSplitOfTheWhole(
      @ForAll @IntRange(max = 300) int total,
      @ForAll @IntRange(max = 50) int base,
      @ForAll @IntRange(max = 100) int percentage) {
    int onDemand = 0;
    for (int size = 1; size <= total; size++) {
      PurchaseSplit split = PurchaseSplit.of(size, base, percentage);
      onDemand += split.next(onDemand) == PurchaseOption.ON_DEMAND ? 1 : 0;
    }
    assertThat(onDemand).isEqualTo(PurchaseSplit.of(total, base, percentage).onDemand());
  }

  @Test
  @Rule("autoscaling 11.3.4")
  void sharesExactlyMet_theOptionAboveItsNewShareLoses() {
    assertThat(PurchaseSplit.of(9, 0, 50).loser(5, 5)).isEqualTo(PurchaseOption.SPOT);
    assertThat(PurchaseSplit.of(8, 0, 50).loser(5, 4)).isEqualTo(PurchaseOption.ON_DEMAND);
  }

  @Test
  @Rule("autoscaling 11.3.1")
  void optionWithoutInstances_losesNone() {
    assertThat(PurchaseSplit.of(1, 0, 0).loser(2, 0)).isEqualTo(PurchaseOption.ON_DEMAND);
    assertThat(PurchaseSplit.of(1, 0, 100).loser(0, 2)).isEqualTo(PurchaseOption.SPOT);
  }
}
