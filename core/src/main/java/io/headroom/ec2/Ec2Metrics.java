package io.headroom.ec2;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String NAMESPACE = "AWS/EC2";
  private static final List<String> CHECKS =
      List.of("StatusCheckFailed", "StatusCheckFailed_System", "StatusCheckFailed_Instance");

  private final Ec2 ec2;
  private final MetricStore store;
  private final UnaryOperator<String> groupNames;
  private final CpuCredits credits;
  private final Map<Instance, Meter> meters = new LinkedHashMap<>();
  private final Map<String, List<MetricSeries>> shared = new LinkedHashMap<>();

  /**
   * Creates the publisher.
   *
   * @param ec2 the instances
   * @param store where data points go
   * @param groupNames from a group's name in the run to AWS's name of it
   */
  public Ec2Metrics(Ec2 ec2, MetricStore store, UnaryOperator<String> groupNames) {
    this.ec2 = ec2;
    this.store = store;
    this.groupNames = groupNames;
    credits = new CpuCredits(ec2, store, groupNames);
  }

  /** The readings of one instance at the start of its present period. */
  private static final class Meter {
    private final List<MetricSeries> own;
    private final List<MetricSeries> allInstances;
    private final List<MetricSeries> group;
    private final List<MetricSeries> checks;
    private final List<MetricSeries> groupChecks;
    private long sinceNanos;
    private long busyNanos;
    private long bytesIn;
    private long bytesOut;

    Meter(Ec2Metrics metrics, Instance instance) {
      String instanceId = instance.id();
      boolean detailed = instance.configuration().monitoring() == Monitoring.DETAILED;
      own = metrics.open("InstanceId", instanceId, instance);
      String groupName = metrics.groupNames.apply(instance.group());
      group = metrics.shared("AutoScalingGroupName", groupName, instance);
      allInstances = new ArrayList<>();
      if (detailed) {
        String type = instance.configuration().type().name();
        allInstances.addAll(metrics.shared("InstanceType", type, instance));
        allInstances.addAll(metrics.shared("", "", instance));
        instance
            .configuration()
            .traits()
            .imageId()
            .ifPresent(id -> allInstances.addAll(metrics.shared("ImageId", id, instance)));
      }
      checks = metrics.checks("InstanceId", instanceId);
      groupChecks = metrics.checks("AutoScalingGroupName", groupName);
      sinceNanos = instance.runningNanos();
    }
  }

  private List<MetricSeries> open(String dimension, String value, Instance instance) {
    Publication publication =
        store.settings().delays().ofInstances(instance.configuration().monitoring().interval());
    return List.of(
        store.open(metric("CPUUtilization", dimension, value), Unit.PERCENT, publication),
        store.open(metric("NetworkIn", dimension, value), Unit.BYTES, publication),
        store.open(metric("NetworkOut", dimension, value), Unit.BYTES, publication));
  }

  private List<MetricSeries> checks(String dimension, String value) {
    Publication publication = store.settings().delays().ofStatusChecks();
    return CHECKS.stream()
        .map(name -> store.open(metric(name, dimension, value), Unit.COUNT, publication))
        .toList();
  }

  private static Metric metric(String name, String dimension, String value) {
    Metric metric = Metric.of(NAMESPACE, name);
    return dimension.isEmpty() ? metric : metric.with(dimension, value);
  }

  private List<MetricSeries> shared(String dimension, String value, Instance instance) {
    String key = dimension + "=" + value + "@" + instance.configuration().monitoring();
    return shared.computeIfAbsent(key, k -> open(dimension, value, instance));
  }

  private Meter meter(Instance instance) {
    return meters.computeIfAbsent(instance, i -> new Meter(this, i));
  }

  /**
   * Publishes the periods that end now.
   *
   * @param nowNanos the end of a minute, in nanoseconds since the start of the run
   */
  public void publish(long nowNanos) {
    credits.minute(nowNanos);
    for (Instance instance : ec2.live()) {
      if (instance.state() == InstanceState.RUNNING) {
        publish(instance, meter(instance), nowNanos);
      }
    }
    meters
        .keySet()
        .removeIf(
            instance ->
                instance.state() == InstanceState.TERMINATED
                    || instance.state() == InstanceState.STOPPED);
  }

  private void publish(Instance instance, Meter meter, long nowNanos) {
    checkStatus(instance, meter, nowNanos - SimTime.MINUTE);
    long intervalNanos = instance.configuration().monitoring().interval().toNanos();
    long phaseNanos = SimTime.floor(instance.runningNanos(), SimTime.MINUTE);
    long elapsedNanos = nowNanos - meter.sinceNanos;
    if ((nowNanos - phaseNanos) % intervalNanos != 0 || elapsedNanos == 0) {
      return;
    }
    Server server = instance.server();
    long busyNanos = server.busyNanos(nowNanos);
    double units = (double) elapsedNanos * server.busyUnits();
    double cpu = 100 * (busyNanos - meter.busyNanos) / units;
    double in = server.bytesIn() - meter.bytesIn;
    double out = server.bytesOut() - meter.bytesOut;
    record(instance, nowNanos - intervalNanos, new double[] {cpu, in, out});
    meter.sinceNanos = nowNanos;
    meter.busyNanos = busyNanos;
    meter.bytesIn = server.bytesIn();
    meter.bytesOut = server.bytesOut();
  }

  /** An impaired instance has lost its host or zone: that is the system's check. */
  private void checkStatus(Instance instance, Meter meter, long timestampNanos) {
    double failed = instance.impaired() ? 1 : 0;
    double[] values = {failed, failed, 0};
    record(meter.checks, timestampNanos, values);
    if (ec2.isCountedInGroupMetrics(instance)) {
      record(meter.groupChecks, timestampNanos, values);
    }
  }

  private void record(Instance instance, long timestampNanos, double[] values) {
    Meter meter = meter(instance);
    record(meter.own, timestampNanos, values);
    record(meter.allInstances, timestampNanos, values);
    if (ec2.isCountedInGroupMetrics(instance)) {
      record(meter.group, timestampNanos, values);
    }
  }

  private static void record(List<MetricSeries> series, long timestampNanos, double[] values) {
    for (int i = 0; i < series.size(); i++) {
      series.get(i).record(timestampNanos, values[i % values.length]);
    }
  }
}
