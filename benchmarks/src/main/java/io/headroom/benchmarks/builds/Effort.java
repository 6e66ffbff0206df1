package io.headroom.benchmarks.builds;

/**
 * How much is measured in one JVM.
 *
 * @param share how much of the full work each run does, in (0, 1]
 * @param warmups runs of each build that do not count
 * @param pairs runs of each build that count
 */
public record Effort(double share, int warmups, int pairs) {
  /** Enough for a figure: after 12 runs of a million requests hardly anything gets faster. */
  public static final Effort FULL = new Effort(1, 12, 7);

  /** Enough to see that everything works. */
  public static final Effort QUICK = new Effort(0.1, 3, 2);
}
