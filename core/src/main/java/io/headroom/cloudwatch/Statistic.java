package io.headroom.cloudwatch;

import java.util.OptionalDouble;

/**
 * A number that sums up the samples of a bucket: one of the five that every data point carries, or
 * one that needs the samples themselves, such as a percentile.
 *
 * <p>The text of a statistic is that of the service: {@code Average}, {@code p99.9}, {@code tm90},
 * {@code TM(10%:90%)}, {@code PR(:300)}, {@code IQM}. Statistics are equal if their texts are.
 * "CloudWatch statistics definitions", Amazon CloudWatch User Guide. The service works on
 * compressed distributions, so its percentiles differ slightly from ours; see {@link
 * PercentileEstimator}.
 */
public final class Statistic {
  /** The mean of the samples. */
  public static final Statistic AVERAGE = new Statistic("Average", BasicFormula.AVERAGE);

  /** The sum of the samples. */
  public static final Statistic SUM = new Statistic("Sum", BasicFormula.SUM);

  /** The smallest sample. */
  public static final Statistic MINIMUM = new Statistic("Minimum", BasicFormula.MINIMUM);

  /** The largest sample. */
  public static final Statistic MAXIMUM = new Statistic("Maximum", BasicFormula.MAXIMUM);

  /** The number of samples. */
  public static final Statistic SAMPLE_COUNT =
      new Statistic("SampleCount", BasicFormula.SAMPLE_COUNT);

  private final String text;
  private final Formula formula;

  Statistic(String text, Formula formula) {
    this.text = text;
    this.formula = formula;
  }

  /**
   * Returns the statistic with this text.
   *
   * @throws IllegalArgumentException if there is none; the message is the service's
   */
  public static Statistic parse(String text) {
    return StatisticSyntax.parse(text);
  }

  /**
   * Returns the percentile with this rank, in percent.
   *
   * @param percent from 0 to 100
   * @throws IllegalArgumentException if the rank is outside its range
   */
  public static Statistic percentile(double percent) {
    return StatisticSyntax.percentile(percent);
  }

  /** Returns the statistic of a set, or nothing if it needs samples that the set does not give. */
  public OptionalDouble of(StatisticSet set) {
    return optional(value(set.sampleCount(), set.sum(), set.minimum(), set.maximum()));
  }

  /**
   * Returns the statistic of the samples, or nothing if it is not defined for them; percentiles are
   * by nearest rank.
   */
  public OptionalDouble of(SampleDistribution samples) {
    return optional(value(samples, PercentileEstimator.NEAREST_RANK));
  }

  /** Returns whether the four numbers of a data point are not enough in general. */
  public boolean needsSamples() {
    return !(formula instanceof BasicFormula);
  }

  /** Returns whether this is a percentile. */
  public boolean isPercentile() {
    return formula instanceof PercentileFormula;
  }

  /**
   * Returns whether a percentile over so many samples rests on too few of them; false for other
   * statistics. "Percentile-based CloudWatch alarms and low data samples", Amazon CloudWatch User
   * Guide.
   */
  public boolean hasTooFewSamples(double sampleCount) {
    return formula instanceof PercentileFormula percentile && sampleCount < percentile.enough();
  }

  /** Returns the value by the four numbers, NaN if there is none. */
  double value(double sampleCount, double sum, double minimum, double maximum) {
    return sampleCount > 0 ? formula.of(sampleCount, sum, minimum, maximum) : Double.NaN;
  }

  /** Returns the value by the samples, NaN if there is none. */
  double value(SampleDistribution samples, PercentileEstimator percentile) {
    return formula.of(samples, percentile);
  }

  private static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Statistic statistic && text.equals(statistic.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the text of the service. */
  @Override
  public String toString() {
    return text;
  }
}
