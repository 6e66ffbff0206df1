package io.headroom.sim;

import java.time.Duration;
import java.util.List;

/**
 * A law of durations: boot times, service demands, delays. Values are seconds, never negative.
 *
 * <p>Implementations are immutable and can be printed, compared and shared between runs; all
 * randomness comes from the stream that is handed in.
 */
public interface Distribution {
  /** Draws one value, in seconds. */
  double sample(RandomStream random);

  /** Returns the mean in seconds. */
  double mean();

  /** Draws one value as whole nanoseconds. */
  default long sampleNanos(RandomStream random) {
    return wholeNanos(sample(random));
  }

  /** Returns a value in seconds as whole nanoseconds. */
  static long wholeNanos(double seconds) {
    return (long) (seconds * SimTime.SECOND + 0.5);
  }

  /**
   * Draws a block of values in seconds, the same as by single draws.
   *
   * @param random the source of randomness
   * @param seconds the array to fill from index 0
   * @param count how many values
   */
  default void sample(RandomStream random, double[] seconds, int count) {
    for (int i = 0; i < count; i++) {
      seconds[i] = sample(random);
    }
  }

  /** Returns the law that always gives the same value. */
  static Distribution constant(Duration value) {
    return new Distributions.Constant(Distributions.seconds("value", value));
  }

  /** Returns the law that is uniform on [from, to). */
  static Distribution uniform(Duration from, Duration to) {
    return new Distributions.Uniform(
        Distributions.seconds("from", from), Distributions.seconds("to", to));
  }

  /** Returns the exponential law with this mean. */
  static Distribution exponential(Duration mean) {
    return new Distributions.Exponential(Distributions.seconds("mean", mean));
  }

  /** Returns the lognormal law with this mean and standard deviation. */
  static Distribution logNormal(Duration mean, Duration standardDeviation) {
    return Distributions.logNormal(
        Distributions.seconds("mean", mean),
        Distributions.seconds("standardDeviation", standardDeviation));
  }

  /**
   * Returns the lognormal law with this median.
   *
   * @param median the median of the values
   * @param sigma the standard deviation of the logarithm, at least 0
   */
  static Distribution logNormalByMedian(Duration median, double sigma) {
    return new Distributions.LogNormal(
        StrictMath.log(Distributions.positiveSeconds("median", median)), sigma);
  }

  /**
   * Returns the hyperexponential law of two branches with balanced means.
   *
   * @param mean the mean
   * @param coefficientOfVariation standard deviation over mean, at least 1
   */
  static Distribution hyperExponential(Duration mean, double coefficientOfVariation) {
    return Distributions.hyperExponential(
        Distributions.seconds("mean", mean), coefficientOfVariation);
  }

  /**
   * Returns the bounded Pareto law.
   *
   * @param alpha the tail index, positive
   * @param low the smallest value, positive
   * @param high the largest value, above {@code low}
   */
  static Distribution boundedPareto(double alpha, Duration low, Duration high) {
    return new Distributions.BoundedPareto(
        alpha,
        Distributions.positiveSeconds("low", low),
        Distributions.positiveSeconds("high", high));
  }

  /** Returns the law that draws one of the given values, each with the same probability. */
  static Distribution empirical(List<Duration> values) {
    return Distributions.empirical(values);
  }

  /**
   * Returns the law that draws one of the given values, each with the same probability.
   *
   * @param seconds the values in seconds, finite, at least 0; copied
   * @throws IllegalArgumentException if there is no value, or one is out of range
   */
  static Distribution empirical(double[] seconds) {
    return Distributions.empirical(seconds);
  }

  /** Returns the law of the sum of independent draws from this law and another. */
  default Distribution plus(Distribution other) {
    return new Distributions.Sum(this, other);
  }

  /** Returns this law with every value below the minimum raised to it. */
  default Distribution atLeast(Duration minimum) {
    return new Distributions.AtLeast(this, Distributions.seconds("minimum", minimum));
  }

  /**
   * Returns this law with every value multiplied by a factor.
   *
   * @param factor at least 0
   */
  default Distribution times(double factor) {
    return new Distributions.Scaled(this, factor);
  }
}
