package io.headroom.cloudwatch;

import java.time.Instant;
import java.util.Optional;

/** What an alarm saw at one evaluation. Nobody writes to the values after the read. */
final class AlarmWindow {
  private final AlarmSpec spec;
  private final Instant start;
  private final long timeNanos;
  private final long fromNanos;
  private final double[] values;
  private final Optional<AlarmBand> band;

  /**
   * Creates the window of an evaluation.
   *
   * @param spec the alarm as it was configured
   * @param start the instant of simulated time zero
   * @param timeNanos when it looked
   * @param fromNanos the start of the oldest bucket
   * @param values the values of the buckets, oldest first, NaN where there is none
   * @param band what they are compared with instead of the threshold
   */
  AlarmWindow(
      AlarmSpec spec,
      Instant start,
      long timeNanos,
      long fromNanos,
      double[] values,
      Optional<AlarmBand> band) {
    this.spec = spec;
    this.start = start;
    this.timeNanos = timeNanos;
    this.fromNanos = fromNanos;
    this.values = values;
    this.band = band;
  }

  AlarmSpec spec() {
    return spec;
  }

  Instant start() {
    return start;
  }

  long timeNanos() {
    return timeNanos;
  }

  double[] values() {
    return values;
  }

  Optional<AlarmBand> band() {
    return band;
  }

  /** Returns whether the value of a bucket is out of bounds. */
  boolean isBreached(int bucket) {
    return band.isPresent()
        ? spec.comparison()
            .breaches(
                values[bucket], band.get().lower().value(bucket), band.get().upper().value(bucket))
        : spec.condition().isBreachedBy(values[bucket]);
  }

  /**
   * Returns what the rule goes by: the values, or for a band 1 for each that is out of bounds, else
   * 0, and NaN where there is none.
   */
  double[] verdicts() {
    if (band.isEmpty()) {
      return values;
    }
    double[] verdicts = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double verdict = isBreached(i) ? 1 : 0;
      verdicts[i] = Double.isNaN(values[i]) ? Double.NaN : verdict;
    }
    return verdicts;
  }

  /** Returns the bucket that starts at a time. */
  int bucket(long startNanos) {
    return (int) ((startNanos - fromNanos) / spec.period().toNanos());
  }

  /** Returns the data point of a bucket that has a value. */
  Datapoint datapoint(int bucket) {
    return new Datapoint(fromNanos + bucket * spec.period().toNanos(), values[bucket]);
  }
}
