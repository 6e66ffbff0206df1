package io.headroom.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The laws behind the factories of {@link Distribution}; all numbers are seconds. */
final class Distributions {
  private Distributions() {}

  static double seconds(String field, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(field + " must not be negative, was " + value);
    }
    return value.getSeconds() + value.getNano() / (double) SimTime.SECOND;
  }

  static double positiveSeconds(String field, Duration value) {
    double seconds = seconds(field, value);
    check(seconds > 0, field + " must be positive, was " + value);
    return seconds;
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Matches mean m and deviation s: sigma^2 = ln(1 + s^2/m^2), mu = ln m - sigma^2/2. */
  static Distribution logNormal(double mean, double deviation) {
    check(mean > 0, "mean must be positive, was " + mean + " s");
    double variance = StrictMath.log1p(deviation * deviation / (mean * mean));
    return new LogNormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
  }

  /** Balanced means: p = (1 + sqrt((c2-1)/(c2+1)))/2, rates 2p/m and 2(1-p)/m. */
  static Distribution hyperExponential(double mean, double coefficientOfVariation) {
    check(
        coefficientOfVariation >= 1,
        "coefficientOfVariation must be at least 1, was " + coefficientOfVariation);
    double squared = coefficientOfVariation * coefficientOfVariation;
    double first = (1 + StrictMath.sqrt((squared - 1) / (squared + 1))) / 2;
    return new HyperExponential(first, mean / (2 * first), mean / (2 * (1 - first)));
  }

  static Distribution empirical(List<Duration> values) {
    return empirical(values.stream().mapToDouble(v -> seconds("value", v)).toArray());
  }

  static Distribution empirical(double[] seconds) {
    check(seconds.length > 0, "an empirical law needs at least one value");
    for (double value : seconds) {
      check(
          value >= 0 && value < Double.POSITIVE_INFINITY,
          "values must be finite and at least 0, was " + value);
    }
    return new Empirical(seconds.clone());
  }

  record Constant(double mean) implements Distribution {
    @Override
    public double sample(RandomStream random) {
      return mean;
    }
  }

  record Uniform(double from, double to) implements Distribution {
    Uniform {
      check(to >= from, "to must not be below from, was %s s below %s s".formatted(to, from));
    }

    @Override
    public double sample(RandomStream random) {
      return from + (to - from) * random.nextDouble();
    }

    @Override
    public double mean() {
      return (from + to) / 2;
    }
  }

  record Exponential(double mean) implements Distribution {
    @Override
    public double sample(RandomStream random) {
      return mean * random.nextExponential();
    }

    @Override
    public void sample(RandomStream random, double[] seconds, int count) {
      random.nextExponentials(seconds, count);
      for (int i = 0; i < count; i++) {
        seconds[i] *= mean;
      }
    }
  }

  record LogNormal(double mu, double sigma) implements Distribution {
    LogNormal {
      check(sigma >= 0, "sigma must not be negative, was " + sigma);
    }

    @Override
    public double sample(RandomStream random) {
      return FastExp.exp(mu + sigma * random.nextGaussian());
    }

    @Override
    public void sample(RandomStream random, double[] seconds, int count) {
      random.nextGaussians(seconds, count);
      for (int i = 0; i < count; i++) {
        seconds[i] = FastExp.exp(mu + sigma * seconds[i]);
      }
    }

    @Override
    public double mean() {
      return StrictMath.exp(mu + sigma * sigma / 2);
    }
  }

  record HyperExponential(double firstShare, double firstMean, double secondMean)
      implements Distribution {
    @Override
    public double sample(RandomStream random) {
      double mean = random.nextDouble() < firstShare ? firstMean : secondMean;
      return mean * random.nextExponential();
    }

    @Override
    public double mean() {
      return firstShare * firstMean + (1 - firstShare) * secondMean;
    }
  }

  record BoundedPareto(double alpha, double low, double high) implements Distribution {
    BoundedPareto {
      check(alpha > 0, "alpha must be positive, was " + alpha);
      check(high > low, "high must be above low, was %s s and %s s".formatted(high, low));
    }

    @Override
    public double sample(RandomStream random) {
      double cut = 1 - StrictMath.pow(low / high, alpha);
      return low * StrictMath.pow(1 - random.nextDouble() * cut, -1 / alpha);
    }

    @Override
    public double mean() {
      double cut = 1 - StrictMath.pow(low / high, alpha);
      if (alpha == 1) {
        return low * StrictMath.log(high / low) / cut;
      }
      double scale = alpha / (alpha - 1) / cut;
      return scale * (low - high * StrictMath.pow(low / high, alpha));
    }
  }

  /** Two empirical laws are equal when their values are, in the same order. */
  static final class Empirical implements Distribution {
    private final double[] values;

    Empirical(double[] values) {
      this.values = values;
    }

    @Override
    public double sample(RandomStream random) {
      return values[random.nextInt(values.length)];
    }

    @Override
    public double mean() {
      return Arrays.stream(values).sum() / values.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Empirical that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return "Empirical[" + values.length + " values, mean " + mean() + " s]";
    }
  }

  record Sum(Distribution first, Distribution second) implements Distribution {
    @Override
    public double sample(RandomStream random) {
      return first.sample(random) + second.sample(random);
    }

    @Override
    public double mean() {
      return first.mean() + second.mean();
    }
  }

  record AtLeast(Distribution law, double minimum) implements Distribution {
    @Override
    public double sample(RandomStream random) {
      return Math.max(minimum, law.sample(random));
    }

    /** A lower bound of the mean: the law's own mean, raised to the minimum. */
    @Override
    public double mean() {
      return Math.max(minimum, law.mean());
    }
  }

  record Scaled(Distribution law, double factor) implements Distribution {
    Scaled {
      check(factor >= 0, "factor must not be negative, was " + factor);
    }

    @Override
    public double sample(RandomStream random) {
      return factor * law.sample(random);
    }

    @Override
    public void sample(RandomStream random, double[] seconds, int count) {
      law.sample(random, seconds, count);
      for (int i = 0; i < count; i++) {
        seconds[i] *= factor;
      }
    }

    @Override
    public double mean() {
      return factor * law.mean();
    }
  }
}
