package io.headroom.ec2;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Publishes the metrics of {@code AWS/EC2}: for each instance, for each Auto Scaling group, and
 * with detailed monitoring for each image, each instance type and for all.
 *
 * <p>"List the available CloudWatch metrics for your instances", Amazon EC2 User Guide. Basic
 * monitoring has a phase of its own for each instance: the minute in which it began to run. A
 * group's metrics leave out instances that are not {@linkplain Ec2#countInGroupMetrics counted}.
 */
public final class Ec2Metrics {
  private static final Metric ALL = Metric.of("AWS/EC2", "any");
  private static final List<String> CHECKS =
      List.of("StatusCheckFailed", "StatusCheckFailed_System", "StatusCheckFailed_Instance");

  private final Ec2 ec2;
  private final MetricStore store;
  private final UnaryOperator<String> groupNames;
  private final CpuCredits credits;
  private final LongSupplier requestEvents;
  private final Map<Instance, Meter> meters = new LinkedHashMap<>();
  private final Map<FeedKey, Feed> feeds = new HashMap<>();
  private long newestNanos;
  private Stillness still = Stillness.NONE;

  /**
   * Which series a feed has.
   *
   * @param dimensions their dimensions
   * @param kind what they measure
   * @param monitoring the mode of the instances; of no matter for checks
   */
  private record FeedKey(Map<String, String> dimensions, Feed.Kind kind, Monitoring monitoring) {}

  /**
   * What has to be as it was for a whole run to be as idle as in the minute before, in which no
   * instance had done anything.
   *
   * @param revision the changes of instances there had been
   * @param requestEvents the events of requests there had been
   */
  private record Stillness(long revision, long requestEvents) {
    /** The minute was not idle. */
    static final Stillness NONE = new Stillness(-1, -1);
  }

  /**
   * Creates the publisher.
   *
   * @param ec2 the instances
   * @param store where data points go
   * @param groupNames from a group's name in the run to AWS's name of it
   * @param requestEvents how many events of requests there were since the start of the run
   */
  public Ec2Metrics(
      Ec2 ec2, MetricStore store, UnaryOperator<String> groupNames, LongSupplier requestEvents) {
    this.ec2 = ec2;
    this.store = store;
    this.groupNames = groupNames;
    this.requestEvents = requestEvents;
    credits = new CpuCredits(ec2, store, groupNames);
  }

  private Meter meter(Instance instance) {
    return meters.computeIfAbsent(instance, each -> new Meter(each, feeds(each)));
  }

  private Meter.Feeds feeds(Instance instance) {
    LaunchConfiguration configuration = instance.configuration();
    Metric own = dimension("InstanceId", instance.id());
    Metric group = dimension("AutoScalingGroupName", groupNames.apply(instance.group()));
    List<Feed> always = new ArrayList<>();
    always.add(use(own, instance));
    if (configuration.monitoring() == Monitoring.DETAILED) {
      always.add(use(dimension("InstanceType", configuration.type().name()), instance));
      always.add(use(ALL, instance));
      configuration
          .traits()
          .imageId()
          .ifPresent(id -> always.add(use(dimension("ImageId", id), instance)));
    }
    always.add(checks(own));
    return new Meter.Feeds(always, use(group, instance), checks(group));
  }

  private static Metric dimension(String name, String value) {
    return new Metric(ALL.namespace(), ALL.name(), Map.of(name, value));
  }

  private Feed use(Metric dimensions, Instance instance) {
    Monitoring monitoring = instance.configuration().monitoring();
    Publication publication = store.settings().delays().ofInstances(monitoring.interval());
    return feeds.computeIfAbsent(
        new FeedKey(dimensions.dimensions(), Feed.Kind.USE, monitoring),
        key ->
            new Feed(
                Feed.Kind.USE,
                List.of(
                    store.open(dimensions.named("CPUUtilization"), Unit.PERCENT, publication),
                    store.open(dimensions.named("NetworkIn"), Unit.BYTES, publication),
                    store.open(dimensions.named("NetworkOut"), Unit.BYTES, publication)),
                this::newestNanos));
  }

  private Feed checks(Metric dimensions) {
    Publication publication = store.settings().delays().ofStatusChecks();
    return feeds.computeIfAbsent(
        new FeedKey(dimensions.dimensions(), Feed.Kind.CHECKS, Monitoring.DETAILED),
        key -> {
          List<MetricSeries> series = new ArrayList<>();
          for (String name : CHECKS) {
            series.add(store.open(dimensions.named(name), Unit.COUNT, publication));
          }
          return new Feed(Feed.Kind.CHECKS, series, this::newestNanos);
        });
  }

  private long newestNanos() {
    return newestNanos;
  }

  /**
   * Publishes the periods that end now. Instances that have done nothing hold theirs back.
   *
   * @param nowNanos the end of a minute, in nanoseconds since the start of the run
   * @return whether no instance of the run has come, gone or done anything in this minute and the
   *     one before
   */
  public boolean publish(long nowNanos) {
    boolean remains = isStill();
    if (!remains || credits.any()) {
      credits.minute(nowNanos);
    }
    store.reached(nowNanos - SimTime.MINUTE);
    if (!remains) {
      still = publishEach(nowNanos) ? stillness() : Stillness.NONE;
    }
    newestNanos = nowNanos;
    return remains;
  }

  /** Returns whether the whole run has been idle for a minute more. */
  private boolean isStill() {
    return still.revision == ec2.revision() && still.requestEvents == requestEvents.getAsLong();
  }

  private Stillness stillness() {
    return new Stillness(ec2.revision(), requestEvents.getAsLong());
  }

  /** Returns whether all instances run and hold their data points back. */
  private boolean publishEach(long nowNanos) {
    int quiet = 0;
    int running = 0;
    for (Instance instance : ec2.live()) {
      if (instance.state() == InstanceState.RUNNING) {
        running++;
        quiet += isHeldBack(instance, nowNanos) ? 1 : 0;
      }
    }
    if (meters.size() > running) {
      stopOthers();
    }
    return quiet == ec2.live().size();
  }

  private boolean isHeldBack(Instance instance, long nowNanos) {
    Meter meter = meter(instance);
    boolean counted = ec2.isCountedInGroupMetrics(instance);
    if (meter.isQuiet(nowNanos, counted)) {
      return true;
    }
    meter.catchUp(newestNanos, counted);
    meter.show(nowNanos);
    return false;
  }

  private void stopOthers() {
    List<Meter> ended = meters.values().stream().filter(each -> !each.isRunning()).toList();
    ended.forEach(Meter::stop);
    ended.forEach(each -> meters.remove(each.instance()));
  }
}
