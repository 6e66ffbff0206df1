package io.headroom.sim;

/**
 * The exponential function for samplers, several times quicker than {@link StrictMath#exp} and
 * equal on every machine, as it uses additions and multiplications only.
 *
 * <p>x is split into n ln(2)/32 and a rest of at most 0.011: a table gives 2^(n/32), a polynomial
 * of degree 6 the rest. The relative error is below 1e-15.
 */
final class FastExp {
  private static final int STEPS = 32;
  private static final double LIMIT = 690;
  private static final double STEPS_PER_UNIT = STEPS / StrictMath.log(2);

  /** ln(2)/32 in two parts: the upper has so many zero bits that its multiples are exact. */
  private static final double UPPER = Double.longBitsToDouble(0x3F962E42FEF80000L);

  private static final double LOWER = 0x1.1cf79abc9e3b4p-41;
  private static final double[] POWERS = new double[STEPS];

  static {
    for (int i = 0; i < STEPS; i++) {
      POWERS[i] = StrictMath.pow(2, i / (double) STEPS);
    }
  }

  private FastExp() {}

  static double exp(double x) {
    if (!(x < LIMIT && x > -LIMIT)) {
      return StrictMath.exp(x);
    }
    double n = Math.rint(x * STEPS_PER_UNIT);
    double r = (x - n * UPPER) - n * LOWER;
    double tail = r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0)));
    double rest = r + r * r * (0.5 + r * (1 / 6.0 + tail));
    int whole = (int) n;
    double power = POWERS[whole & (STEPS - 1)];
    double scale = Double.longBitsToDouble((1_023L + (whole >> 5)) << 52);
    return (power + power * rest) * scale;
  }
}
