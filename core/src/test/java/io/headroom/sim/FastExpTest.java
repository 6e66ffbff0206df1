package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class FastExpTest {
  @Test
  void exp_agreesWithStrictMath_toFifteenDigits() {
    RandomStream random = new RandomStream(5);
    for (int i = 0; i < 200_000; i++) {
      double x = (random.nextDouble() - 0.5) * (i % 2 == 0 ? 20 : 1_300);
      double expected = StrictMath.exp(x);
      assertThat(FastExp.exp(x)).isWithin(2e-15 * expected).of(expected);
    }
  }

  @Test
  void exp_leavesTheExtremesToStrictMath() {
    assertThat(FastExp.exp(0)).isEqualTo(1.0);
    assertThat(FastExp.exp(1_000)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(FastExp.exp(-1_000)).isEqualTo(0.0);
    assertThat(FastExp.exp(Double.NaN)).isNaN();
  }
}
