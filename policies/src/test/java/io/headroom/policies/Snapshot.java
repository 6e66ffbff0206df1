package io.headroom.policies;

import io.headroom.autoscaling.AutoScalingSettings;
import io.headroom.autoscaling.Foresight;
import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A group at an instant, for one decision.
 *
 * @param capacity the group's capacity
 * @param alarm the evaluation that asked
 * @param foresight the future
 * @param settings the contested points
 */
public record Snapshot(
    GroupCapacity capacity,
    Optional<AlarmEvaluation> alarm,
    Foresight foresight,
    AutoScalingSettings settings)
    implements ScalingContext {
  /** A group called web with one target group and detailed monitoring. */
  public static final GroupIdentity WEB =
      new GroupIdentity(
          "web",
          Duration.ofMinutes(1),
          List.of(
              new GroupIdentity.AttachedTargetGroup(
                  "app/lb/0123456789abcdef", "targetgroup/tg/fedcba9876543210")));

  /** Everything is warm and at rest, limits are out of the way, nobody asked. */
  public static Snapshot of(int capacity) {
    GroupCapacity atRest = new GroupCapacity(0, 1_000, capacity, capacity, capacity, 0, 0);
    return new Snapshot(atRest, Optional.empty(), traffic(0), AutoScalingSettings.DEFAULT);
  }

  /** Returns the same with another capacity. */
  public Snapshot capacity(GroupCapacity newCapacity) {
    return new Snapshot(newCapacity, alarm, foresight, settings);
  }

  /** Returns the same with other readings of the contested points. */
  public Snapshot settings(AutoScalingSettings newSettings) {
    return new Snapshot(capacity, alarm, foresight, newSettings);
  }

  /** Returns the same with a constant future of requests per second. */
  public Snapshot expecting(double requestsPerSecond) {
    return new Snapshot(capacity, alarm, traffic(requestsPerSecond), settings);
  }

  /** Returns the same, asked by an alarm that saw one value for each minute, the newest last. */
  public Snapshot asked(AlarmSpec spec, double... values) {
    MetricStore store = new MetricStore();
    MetricSeries series = store.open(spec.metric(), Unit.NONE, Publication.CUSTOM);
    long periodNanos = spec.period().toNanos();
    for (int i = 0; i < values.length; i++) {
      series.record(i * periodNanos, values[i]);
    }
    Alarm watch = new Alarm(spec, store, AlarmSettings.DEFAULT);
    AlarmEvaluation evaluation = watch.evaluate(Math.max(1, values.length) * periodNanos);
    return new Snapshot(capacity, Optional.of(evaluation), foresight, settings);
  }

  /** Returns the same, asked by an evaluation of an alarm. */
  public Snapshot asked(AlarmEvaluation evaluation) {
    return new Snapshot(capacity, Optional.of(evaluation), foresight, settings);
  }

  private static Foresight traffic(double requestsPerSecond) {
    return new Foresight() {
      @Override
      public double peakRequestsPerSecond(Duration window) {
        return window.compareTo(Duration.ofMinutes(3)) > 0
            ? requestsPerSecond
            : requestsPerSecond / 2;
      }

      @Override
      public double requestsPerSecondOfInstance() {
        return 10;
      }

      @Override
      public Duration launchTime() {
        return Duration.ofMinutes(2).plusSeconds(30);
      }
    };
  }

  @Override
  public long nowNanos() {
    return SimTime.HOUR;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusNanos(nowNanos());
  }

  @Override
  public OptionalDouble statistic(
      Metric metric, Statistic statistic, long fromNanos, long toNanos) {
    return OptionalDouble.empty();
  }

  @Override
  public GroupIdentity group() {
    return WEB.with(settings);
  }

  @Override
  public int inFlight() {
    return 0;
  }

  @Override
  public OptionalDouble newest(Metric metric, Statistic statistic, Duration period) {
    return OptionalDouble.empty();
  }
}
