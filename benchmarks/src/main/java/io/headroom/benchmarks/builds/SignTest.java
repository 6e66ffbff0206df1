package io.headroom.benchmarks.builds;

import java.util.List;

/**
 * Says of some cases whether they differ, by the sign test: if a case does not differ, each round
 * falls on either side of 1 like a coin. Nothing is asked of how the noise is distributed.
 *
 * <p>The level is divided by the number of cases (Bonferroni), so that it holds for all verdicts of
 * a page together.
 *
 * <p>J. D. Gibbons and S. Chakraborti, <i>Nonparametric Statistical Inference</i>, 5th edition
 * (2010), section 5.4.
 *
 * @param rounds how often each case is measured
 * @param cases how many are judged together
 */
record SignTest(int rounds, int cases) {
  /** The chance, at most, that any case gets a verdict although none differs. */
  static final double LEVEL = 0.05;

  /** What can be said of a case. */
  enum Verdict {
    FASTER("faster"),
    SLOWER("slower"),
    NO_DIFFERENCE("no difference beyond noise"),
    TOO_FEW_ROUNDS("too few rounds to tell");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Judges the ratios of a case, one for each round, above 1 where it was slower. */
  Verdict verdict(List<Double> ratios) {
    int needed = needed();
    if (needed > rounds) {
      return Verdict.TOO_FEW_ROUNDS;
    }
    if (ratios.stream().filter(ratio -> ratio > 1).count() >= needed) {
      return Verdict.SLOWER;
    }
    boolean isFaster = ratios.stream().filter(ratio -> ratio < 1).count() >= needed;
    return isFaster ? Verdict.FASTER : Verdict.NO_DIFFERENCE;
  }

  /** Returns how many rounds must fall on one side; one more than there are if all do not do. */
  int needed() {
    int needed = rounds + 1;
    while (needed > 0 && chance(needed - 1) * cases <= LEVEL) {
      needed--;
    }
    return needed;
  }

  /** Returns the least number of rounds that can give a verdict on so many cases. */
  static int leastRounds(int cases) {
    int rounds = 1;
    while (new SignTest(rounds, cases).needed() > rounds) {
      rounds++;
    }
    return rounds;
  }

  /** Returns the chance of at least so many heads, or as many tails, of a fair coin. */
  private double chance(int heads) {
    double choices = 1;
    double sum = 0;
    for (int tails = 0; tails <= rounds - heads; tails++) {
      sum += choices;
      choices = choices * (rounds - tails) / (tails + 1);
    }
    return Math.min(1, 2 * sum * Math.pow(0.5, rounds));
  }
}
