package io.headroom.benchmarks.builds;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.benchmarks.builds.SignTest.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignTestTest {

  private static List<Double> ratios(int above, int below) {
    List<Double> ratios = new ArrayList<>(Collections.nCopies(above, 1.001));
    ratios.addAll(Collections.nCopies(below, 0.5));
    return ratios;
  }

  /** Binomial, p = 1/2: 2 P(X >= 9) = 0.0215 for 10 rounds, 2 P(X >= 8) = 0.109. */
  @Test
  void oneCase_needsNineOfTen() {
    SignTest test = new SignTest(10, 1);

    assertThat(test.needed()).isEqualTo(9);
    assertThat(test.verdict(ratios(9, 1))).isEqualTo(Verdict.SLOWER);
    assertThat(test.verdict(ratios(8, 2))).isEqualTo(Verdict.NO_DIFFERENCE);
    assertThat(test.verdict(ratios(1, 9))).isEqualTo(Verdict.FASTER);
  }

  /** 14 cases at 2 P(X = 10) = 0.00195 each: 0.027; at 0.0215 each: 0.30. */
  @Test
  void manyCases_needAllOfTen() {
    assertThat(new SignTest(10, 14).needed()).isEqualTo(10);
    assertThat(new SignTest(10, 14).verdict(ratios(9, 1))).isEqualTo(Verdict.NO_DIFFERENCE);
  }

  /** 2 P(X >= 15) = 0.0414 for 20 rounds. */
  @Test
  void moreRounds_forgiveMore() {
    assertThat(new SignTest(20, 1).needed()).isEqualTo(15);
  }

  @Test
  void tooFewRounds_giveNoVerdict() {
    assertThat(new SignTest(5, 1).verdict(ratios(5, 0))).isEqualTo(Verdict.TOO_FEW_ROUNDS);
    assertThat(new SignTest(6, 1).verdict(ratios(6, 0))).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void equalTimes_areOnNoSide() {
    assertThat(new SignTest(6, 1).verdict(Collections.nCopies(6, 1.0)))
        .isEqualTo(Verdict.NO_DIFFERENCE);
  }

  @Test
  void leastRounds_growWithTheCases() {
    assertThat(SignTest.leastRounds(1)).isEqualTo(6);
    assertThat(SignTest.leastRounds(14)).isEqualTo(10);
  }
}
