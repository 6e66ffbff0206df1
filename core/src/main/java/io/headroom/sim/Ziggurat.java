package io.headroom.sim;

/**
 * Exponential and normal variates by the ziggurat method with 256 layers.
 *
 * <p>Marsaglia and Tsang, "The ziggurat method for generating random variables", Journal of
 * Statistical Software 5(8), 2000, doi 10.18637/jss.v005.i08. Layer and position are taken from
 * disjoint bits of one draw, which mends the correlation of the original (Doornik 2005).
 */
final class Ziggurat {
  private static final int LAYER_BITS = 8;
  private static final int LAYERS = 1 << LAYER_BITS;

  /** The bit of a draw above those of the layer becomes the sign of a normal variate. */
  private static final long SIGN_BIT = LAYERS;

  private static final double UNIT = 0x1.0p-53;
  private static final long LOWER_HALF = 0xFFFFFFFFL;

  /** What makes 2^52 + n of a number n below 2^32, and 2^84 + 2^32 n. */
  private static final long LOWER_EXPONENT = Double.doubleToRawLongBits(0x1.0p52);

  private static final long UPPER_EXPONENT = Double.doubleToRawLongBits(0x1.0p84);
  private static final double BOTH_EXPONENTS = 0x1.0p84 + 0x1.0p52;

  /** Right end of the lowest layer, from the paper's table for 256 layers. */
  private static final double EXPONENTIAL_R = 7.69711747013105;

  private static final double EXPONENTIAL_AREA = 0.003949659822581557;
  private static final double GAUSSIAN_R = 3.654152885361009;
  private static final double GAUSSIAN_AREA = 0.00492867323399;

  private static final double[] EXPONENTIAL_X = new double[LAYERS + 1];
  private static final double[] EXPONENTIAL_F = new double[LAYERS + 1];
  private static final double[] GAUSSIAN_X = new double[LAYERS + 1];
  private static final double[] GAUSSIAN_F = new double[LAYERS + 1];

  static {
    fillExponential();
    fillGaussian();
  }

  private Ziggurat() {}

  private static void fillExponential() {
    double[] x = EXPONENTIAL_X;
    x[0] = EXPONENTIAL_AREA * StrictMath.exp(EXPONENTIAL_R);
    x[1] = EXPONENTIAL_R;
    for (int i = 2; i < LAYERS; i++) {
      x[i] = -StrictMath.log(EXPONENTIAL_AREA / x[i - 1] + StrictMath.exp(-x[i - 1]));
    }
    for (int i = 0; i <= LAYERS; i++) {
      EXPONENTIAL_F[i] = StrictMath.exp(-x[i]);
    }
  }

  private static void fillGaussian() {
    double[] x = GAUSSIAN_X;
    x[0] = GAUSSIAN_AREA / density(GAUSSIAN_R);
    x[1] = GAUSSIAN_R;
    for (int i = 2; i < LAYERS; i++) {
      x[i] = StrictMath.sqrt(-2 * StrictMath.log(GAUSSIAN_AREA / x[i - 1] + density(x[i - 1])));
    }
    for (int i = 0; i <= LAYERS; i++) {
      GAUSSIAN_F[i] = density(x[i]);
    }
  }

  private static double density(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  static int layer(long bits) {
    return (int) bits & (LAYERS - 1);
  }

  /** Returns a point that is uniform on a layer. */
  static double point(long bits, double width) {
    return upperBits(bits) * UNIT * width;
  }

  /**
   * Returns the upper 53 bits as a number, exactly: each half with the exponent of its own weight.
   * JDK 17 makes of a cast an instruction that waits for what was in its register before.
   */
  static double upperBits(long bits) {
    double upper = Double.longBitsToDouble((bits >>> 43) | UPPER_EXPONENT) - BOTH_EXPONENTS;
    return upper + Double.longBitsToDouble(((bits >>> 11) & LOWER_HALF) | LOWER_EXPONENT);
  }

  /** Gives a number the sign of a draw; a branch would be wrong half of the time. */
  static double signed(double size, long signBit) {
    long sign = signBit << (63 - LAYER_BITS);
    return Double.longBitsToDouble(Double.doubleToRawLongBits(size) ^ sign);
  }

  static void exponentials(RandomStream random, double[] variates, int count) {
    int filled = 0;
    while (filled < count) {
      filled = random.fillInside(EXPONENTIAL_X, 0, variates, filled, count);
      if (filled < count) {
        variates[filled++] = exponential(random);
      }
    }
  }

  static void gaussians(RandomStream random, double[] variates, int count) {
    int filled = 0;
    while (filled < count) {
      filled = random.fillInside(GAUSSIAN_X, SIGN_BIT, variates, filled, count);
      if (filled < count) {
        variates[filled++] = gaussian(random);
      }
    }
  }

  static double exponential(RandomStream random) {
    long bits = random.nextLong();
    int layer = layer(bits);
    double x = point(bits, EXPONENTIAL_X[layer]);
    return x < EXPONENTIAL_X[layer + 1] ? x : exponentialEdge(random, layer, x);
  }

  /** The rare case, about 1 draw in 90: the tail, or the wedge between two layers. */
  private static double exponentialEdge(RandomStream random, int layer, double x) {
    if (layer == 0) {
      return EXPONENTIAL_R + exponential(random);
    }
    double low = EXPONENTIAL_F[layer];
    double y = low + random.nextDouble() * (EXPONENTIAL_F[layer + 1] - low);
    return y < StrictMath.exp(-x) ? x : exponential(random);
  }

  static double gaussian(RandomStream random) {
    long bits = random.nextLong();
    int layer = layer(bits);
    double x = point(bits, GAUSSIAN_X[layer]);
    double size = x < GAUSSIAN_X[layer + 1] ? x : gaussianEdge(random, layer, x);
    return signed(size, bits & SIGN_BIT);
  }

  private static double gaussianEdge(RandomStream random, int layer, double x) {
    if (layer == 0) {
      return gaussianTail(random);
    }
    double low = GAUSSIAN_F[layer];
    double y = low + random.nextDouble() * (GAUSSIAN_F[layer + 1] - low);
    return y < density(x) ? x : Math.abs(gaussian(random));
  }

  private static double gaussianTail(RandomStream random) {
    double x;
    double y;
    do {
      x = -StrictMath.log(random.nextDouble()) / GAUSSIAN_R;
      y = -StrictMath.log(random.nextDouble());
    } while (2 * y < x * x);
    return GAUSSIAN_R + x;
  }
}
