package io.headroom.autoscaling;

import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a policy may know when it decides: a snapshot of one group at one instant. */
public interface ScalingContext {
  /** Returns the simulated time, in nanoseconds since the start of the run. */
  long nowNanos();

  /** Returns the wall-clock instant. */
  Instant now();

  /** Returns the group's names. */
  GroupIdentity group();

  /** Returns the group's capacity. */
  GroupCapacity capacity();

  /** Returns the alarm evaluation that asked for the decision; empty for a clock. */
  Optional<AlarmEvaluation> alarm();

  /** Returns how many requests the group's instances hold: in service or waiting. */
  int inFlight();

  /**
   * Returns the newest visible data point of a metric.
   *
   * @param metric which metric
   * @param statistic which statistic of its samples
   * @param period the length of the data point, which ends at the newest visible minute
   * @return the value; empty if nothing is visible
   */
  OptionalDouble newest(Metric metric, Statistic statistic, Duration period);

  /**
   * Returns a statistic of what is visible now of a window of the past.
   *
   * @param metric which metric
   * @param statistic which statistic of its samples
   * @param fromNanos the start of the window in nanoseconds since the start of the run, inclusive
   * @param toNanos its end, exclusive
   * @return the value; empty if nothing is visible
   */
  OptionalDouble statistic(Metric metric, Statistic statistic, long fromNanos, long toNanos);

  /** Returns knowledge of the future, which only yardsticks may use. */
  Foresight foresight();
}
