package io.headroom.benchmarks.race;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What one run of a contestant gave.
 *
 * @param units what was done, such as requests
 * @param seconds the wall time that it took
 * @param mean the mean of what was simulated, NaN if that has no meaning
 * @param p99 the 99th percentile of the same
 * @param bytes bytes allocated for each unit, or the live heap where the contestant says so
 * @param ratio its speed over that of its reference, NaN without one
 */
public record Result(
    double units, double seconds, double mean, double p99, double bytes, double ratio) {

  /** Creates one that was compared with nothing. */
  public Result(double units, double seconds, double mean, double p99, double bytes) {
    this(units, seconds, mean, p99, bytes, Double.NaN);
  }

  /** Returns the units done in a second. */
  public double speed() {
    return units / seconds;
  }

  /** Returns a copy with a number of bytes. */
  public Result withBytes(double newBytes) {
    return new Result(units, seconds, mean, p99, newBytes, ratio);
  }

  /** Returns a copy with another time. */
  Result withSeconds(double newSeconds) {
    return new Result(units, newSeconds, mean, p99, bytes, ratio);
  }

  /** Returns a copy that was compared with another. */
  Result over(Result reference) {
    return withRatio(speed() / reference.speed());
  }

  /** Returns a copy with another ratio. */
  Result withRatio(double newRatio) {
    return new Result(units, seconds, mean, p99, bytes, newRatio);
  }

  /** Returns the figures as one line, which {@link #parse} reads. */
  String line() {
    return DoubleStream.of(units, seconds, mean, p99, bytes, ratio)
        .mapToObj(Double::toString)
        .collect(Collectors.joining(" "));
  }

  static Result parse(String line) {
    double[] figures =
        Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new Result(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
  }
}
