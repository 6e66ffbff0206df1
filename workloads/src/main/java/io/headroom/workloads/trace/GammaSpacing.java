package io.headroom.workloads.trace;

import io.headroom.sim.RandomStream;

/**
 * Gamma variates of scale 1: Marsaglia and Tsang, "A simple method for generating gamma variables",
 * ACM TOMS 26(3), 2000, doi 10.1145/358407.358414, with their boost for shapes below 1.
 *
 * @param shape the shape, positive and finite
 */
record GammaSpacing(double shape) implements Spacing {
  GammaSpacing {
    if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("shape must be finite and positive, was " + shape);
    }
  }

  @Override
  public double next(RandomStream random) {
    if (shape >= 1) {
      return atLeastOne(shape, random);
    }
    double boosted = atLeastOne(shape + 1, random);
    return boosted * StrictMath.pow(random.nextDouble(), 1 / shape);
  }

  private static double atLeastOne(double a, RandomStream random) {
    double d = a - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        double level = 0.5 * x * x + d - d * cube + d * StrictMath.log(cube);
        if (StrictMath.log(random.nextDouble()) < level) {
          return d * cube;
        }
      }
    }
  }
}
