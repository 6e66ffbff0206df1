package io.headroom.autoscaling;

import com.google.common.collect.ImmutableMap;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.cloudwatch.HeldBack;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Publishes the metrics of one group, each minute in namespace {@code AWS/AutoScaling}.
 *
 * <p>"Amazon CloudWatch metrics for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. A
 * data point is the value at the end of its minute. While nothing changes, data points are held
 * back until somebody reads them.
 */
final class GroupMetricsPublisher implements HeldBack {
  private static final List<String> SIZES = List.of("MinSize", "MaxSize", "DesiredCapacity");

  /** The names of the counts, of instances and of units, with the kinds that each counts. */
  private static final ImmutableMap<String, List<Kind>> COUNTS =
      ImmutableMap.of(
          "InService", List.of(Kind.IN_SERVICE),
          "Pending", List.of(Kind.PENDING),
          "Standby", List.of(Kind.STANDBY),
          "Terminating", List.of(Kind.TERMINATING),
          "Total", List.of(Kind.IN_SERVICE, Kind.PENDING, Kind.TERMINATING));

  /** The names of the metrics of a group with a warm pool. */
  private static final List<String> OF_POOL =
      List.of(
          "WarmPoolMinSize",
          "WarmPoolDesiredCapacity",
          "WarmPoolPendingCapacity",
          "WarmPoolTerminatingCapacity",
          "WarmPoolWarmedCapacity",
          "WarmPoolTotalCapacity",
          "GroupAndWarmPoolDesiredCapacity",
          "GroupAndWarmPoolTotalCapacity");

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Optional<WarmPool> pool;
  private final MetricStore store;
  private final Rounds rounds;
  private final List<MetricSeries> series = new ArrayList<>();
  private int[] held = {};
  private long releasedNanos;

  GroupMetricsPublisher(
      GroupRun run,
      GroupMembers members,
      CapacityPlan plan,
      Optional<WarmPool> pool,
      Rounds rounds) {
    this.run = run;
    this.rounds = rounds;
    this.members = members;
    this.plan = plan;
    this.pool = pool;
    store = run.environment().metrics();
  }

  void start() {
    releasedNanos = run.nowNanos();
    SIZES.forEach(name -> open("Group" + name));
    for (String name : COUNTS.keySet()) {
      open("Group" + name + "Instances");
      open("Group" + name + "Capacity");
    }
    pool.ifPresent(each -> OF_POOL.forEach(this::open));
    run.changes().onChange(rounds.add(this::publish, SimTime.MINUTE));
  }

  private void open(String name) {
    Metric metric =
        Metric.of("AWS/AutoScaling", name).with("AutoScalingGroupName", run.spec().awsName());
    MetricSeries opened = store.open(metric, Unit.NONE, store.settings().delays().ofGroups());
    opened.heldBackBy(this);
    series.add(opened);
  }

  /** Values stay as they are from one change of the group to the next. */
  private boolean publish() {
    int[] values = values();
    if (!Arrays.equals(values, held)) {
      release();
      held = values;
    }
    return false;
  }

  /** Returns the sizes, and each count of instances and of units. */
  private int[] values() {
    int[] values = new int[series.size()];
    GroupSizes sizes = plan.sizes();
    values[0] = sizes.minimum();
    values[1] = sizes.maximum();
    values[2] = sizes.desired();
    Census census = members.census();
    int next = SIZES.size();
    for (List<Kind> kinds : COUNTS.values()) {
      for (Kind kind : kinds) {
        values[next] += census.instances(kind);
        values[next + 1] += census.units(kind);
      }
      next += 2;
    }
    if (pool.isPresent()) {
      int[] ofPool = values(pool.get(), values[next - 1]);
      System.arraycopy(ofPool, 0, values, next, ofPool.length);
    }
    return values;
  }

  /** Returns what belongs to {@link #OF_POOL}. */
  private int[] values(WarmPool warm, int groupTotal) {
    Census census = members.census();
    int pending = census.units(Kind.WARMING);
    int terminating = census.units(Kind.COOLING);
    int warmed = census.units(Kind.WARMED);
    int total = pending + terminating + warmed;
    int target = warm.target();
    int both = plan.desired() + target;
    return new int[] {
      warm.minimum(), target, pending, terminating, warmed, total, both, groupTotal + total
    };
  }

  @Override
  public boolean isEmpty() {
    return releasedNanos == rounds.newestNanos();
  }

  @Override
  public void release() {
    while (releasedNanos < rounds.newestNanos()) {
      for (int i = 0; i < held.length; i++) {
        series.get(i).record(releasedNanos, held[i]);
      }
      releasedNanos += SimTime.MINUTE;
    }
  }
}
