package io.headroom.autoscaling;

import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A group at one instant, as one policy sees it; remembers what the policy looked at. */
final class GroupContext implements ScalingContext {
  /** A five-minute data point can be seen until the next one is, a little over ten minutes. */
  private static final long OLDEST_NANOS = 15 * SimTime.MINUTE;

  private final long nowNanos;
  private final Instant start;
  private final MetricStore metrics;
  private final GroupStatus group;
  private final Optional<AlarmEvaluation> alarm;
  private final Outlook outlook;
  private final GroupCapacity capacity;
  private final List<String> seen = new ArrayList<>();

  /**
   * Creates the view.
   *
   * @param run gives the time and the metrics
   * @param group the group
   * @param outlook the future
   * @param alarm the evaluation that asked
   */
  GroupContext(GroupRun run, GroupStatus group, Outlook outlook, Optional<AlarmEvaluation> alarm) {
    nowNanos = run.nowNanos();
    start = run.environment().start();
    metrics = run.environment().metrics();
    this.group = group;
    this.outlook = outlook;
    this.alarm = alarm;
    capacity = group.capacity();
  }

  /** Returns what the policy looked at, in words. */
  String seen() {
    List<String> all = new ArrayList<>();
    alarm.ifPresent(each -> all.add(each.state() + ": " + each.reason()));
    all.addAll(seen);
    return all.isEmpty() ? "the clock" : String.join("; ", all);
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public Instant now() {
    return start.plusNanos(nowNanos);
  }

  @Override
  public GroupIdentity group() {
    return group.identity();
  }

  @Override
  public GroupCapacity capacity() {
    return capacity;
  }

  @Override
  public Optional<AlarmEvaluation> alarm() {
    return alarm;
  }

  @Override
  public int inFlight() {
    int inFlight = group.inFlight();
    seen.add("in flight " + inFlight);
    return inFlight;
  }

  @Override
  public OptionalDouble newest(Metric metric, Statistic statistic, Duration period) {
    long periodNanos = period.toNanos();
    long stepNanos = Math.min(periodNanos, SimTime.MINUTE);
    long endNanos = SimTime.floor(nowNanos, stepNanos);
    long oldestNanos = Math.max(0, nowNanos - OLDEST_NANOS);
    while (endNanos > oldestNanos && !isVisible(metric, endNanos - stepNanos, endNanos)) {
      endNanos -= stepNanos;
    }
    OptionalDouble value =
        metrics.statistic(metric, statistic, endNanos - periodNanos, endNanos, nowNanos);
    seen.add(
        metric.name()
            + " "
            + statistic
            + " "
            + (value.isPresent() ? Double.toString(value.getAsDouble()) : "without data"));
    return value;
  }

  @Override
  public OptionalDouble statistic(
      Metric metric, Statistic statistic, long fromNanos, long toNanos) {
    return metrics.statistic(metric, statistic, fromNanos, toNanos, nowNanos);
  }

  private boolean isVisible(Metric metric, long fromNanos, long toNanos) {
    return metrics.statistics(metric, fromNanos, toNanos, nowNanos).isPresent();
  }

  @Override
  public Foresight foresight() {
    return outlook.at(nowNanos);
  }
}
