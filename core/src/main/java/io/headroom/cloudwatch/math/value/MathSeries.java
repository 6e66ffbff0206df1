package io.headroom.cloudwatch.math.value;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * A time series: a value or none for each bucket of a grid.
 *
 * <p>Immutable. A value that is not finite counts as none, as the service drops such points; {@link
 * Double#NaN} stands for none.
 */
public final class MathSeries implements MathValue {
  private final String label;
  private final double[] values;

  private MathSeries(String label, double[] values) {
    this.label = label;
    this.values = values;
  }

  /**
   * Makes a series.
   *
   * @param label what it is, for a legend
   * @param values one for each bucket, oldest first; NaN for none; copied
   */
  public static MathSeries of(String label, double... values) {
    return of(label, values.length, bucket -> values[bucket]);
  }

  /** Makes a series from what a function gives for each bucket. */
  public static MathSeries of(String label, int size, IntToDoubleFunction function) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      double value = function.applyAsDouble(i);
      values[i] = Double.isFinite(value) ? value : Double.NaN;
    }
    return new MathSeries(label, values);
  }

  /** Returns what the series is, for a legend. */
  public String label() {
    return label;
  }

  /** Returns the same under another label. */
  public MathSeries labelled(String newLabel) {
    return new MathSeries(newLabel, values);
  }

  /** Returns the number of buckets. */
  public int size() {
    return values.length;
  }

  /** Returns whether a bucket has a value. */
  public boolean has(int bucket) {
    return !Double.isNaN(values[bucket]);
  }

  /** Returns the value of a bucket, NaN if there is none. */
  public double value(int bucket) {
    return values[bucket];
  }

  /** Returns the value of a bucket, another number if there is none. */
  public double valueOr(int bucket, double other) {
    return has(bucket) ? values[bucket] : other;
  }

  /** Returns a copy of the values, NaN where there is none. */
  public double[] values() {
    return values.clone();
  }

  /** Returns the values of the buckets that have one, oldest first. */
  public double[] present() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** Returns what a function makes of each value; buckets without one stay without. */
  public MathSeries map(DoubleUnaryOperator function) {
    return of(label, values.length, i -> has(i) ? function.applyAsDouble(values[i]) : Double.NaN);
  }

  @Override
  public String type() {
    return "TS";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MathSeries series
        && label.equals(series.label)
        && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return label + " " + Arrays.toString(values);
  }
}
