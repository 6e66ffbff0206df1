package io.headroom.sim;

/**
 * A stream of pseudo-random numbers: xoshiro256++ with ziggurat samplers.
 *
 * <p>Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021,
 * doi 10.1145/3460772. The same seed gives the same numbers on every machine: transcendental
 * functions are those of {@link StrictMath}. About 2 ns for each draw. Not thread-safe.
 */
public final class RandomStream {
  private static final double UNIT = 0x1.0p-53;

  /** The step of SplitMix64 between the states that it mixes. */
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /** Creates a stream; any seed will do, also zero. */
  public RandomStream(long seed) {
    long state = seed + GOLDEN_GAMMA;
    s0 = mix(state);
    state += GOLDEN_GAMMA;
    s1 = mix(state);
    state += GOLDEN_GAMMA;
    s2 = mix(state);
    state += GOLDEN_GAMMA;
    s3 = mix(state);
  }

  private RandomStream(RandomStream original) {
    s0 = original.s0;
    s1 = original.s1;
    s2 = original.s2;
    s3 = original.s3;
  }

  /** Finalizer of SplitMix64, a bijection whose output bits all depend on all input bits. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a second stream that will give the same numbers as this one from here on. */
  public RandomStream copy() {
    return new RandomStream(this);
  }

  /** Returns 64 random bits. */
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Returns a number that is uniform on (0, 1): neither end can occur. */
  public double nextDouble() {
    return (Ziggurat.upperBits(nextLong()) + 0.5) * UNIT;
  }

  /**
   * Returns a whole number that is uniform on [0, bound), by multiplication; the bias is below
   * bound / 2^63.
   *
   * @param bound exclusive upper end, positive
   */
  public int nextInt(int bound) {
    return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
  }

  /** Returns an exponential variate with mean 1. */
  public double nextExponential() {
    return Ziggurat.exponential(this);
  }

  /** Returns a normal variate with mean 0 and standard deviation 1. */
  public double nextGaussian() {
    return Ziggurat.gaussian(this);
  }

  /**
   * Fills an array from its start with exponential variates of mean 1, the same as by single draws.
   *
   * @param variates the array
   * @param count how many variates
   */
  public void nextExponentials(double[] variates, int count) {
    Ziggurat.exponentials(this, variates, count);
  }

  /**
   * Fills an array from its start with normal variates of mean 0 and standard deviation 1, the same
   * as by single draws.
   *
   * @param variates the array
   * @param count how many variates
   */
  public void nextGaussians(double[] variates, int count) {
    Ziggurat.gaussians(this, variates, count);
  }

  /**
   * Draws from a ziggurat for as long as the points lie inside its layers; the first that does not
   * is left to be drawn again. The state stands in local variables meanwhile, which makes a block
   * twice as quick as single draws.
   *
   * @param widths the widths of its layers
   * @param signs the bit of a draw that becomes the sign, 0 for variates that have none
   * @param variates the array to fill
   * @param from the first index to fill
   * @param to the index after the last
   * @return the first index that is not filled
   */
  int fillInside(double[] widths, long signs, double[] variates, int from, int to) {
    long a = s0;
    long b = s1;
    long c = s2;
    long d = s3;
    int filled = from;
    while (filled < to) {
      long bits = Long.rotateLeft(a + d, 23) + a;
      int layer = Ziggurat.layer(bits);
      double x = Ziggurat.point(bits, widths[layer]);
      if (x >= widths[layer + 1]) {
        break;
      }
      variates[filled++] = Ziggurat.signed(x, bits & signs);
      long t = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = Long.rotateLeft(d, 45);
    }
    s0 = a;
    s1 = b;
    s2 = c;
    s3 = d;
    return filled;
  }
}
