package io.headroom.policies.aws.predictive;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.aws.GroupMetrics;
import io.headroom.policies.aws.predictive.LoadMetric.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The load that predictive scaling forecasts, and the metric whose mean it wants to hold at a
 * target: an immutable value.
 *
 * <p>"PredictiveScalingMetricSpecification", Amazon EC2 Auto Scaling API Reference.
 */
public final class MetricPair {
  /** CPU: all the busy CPUs of the group, and the mean of its instances in percent. */
  public static final MetricPair CPU_UTILIZATION =
      new MetricPair(
          "ASGCPUUtilization",
          new LoadMetric(GroupMetrics.CPU_UTILIZATION, Statistic.SUM, Scale.PER_SAMPLE),
          new LoadMetric(GroupMetrics.CPU_UTILIZATION, Statistic.AVERAGE, Scale.NONE));

  /** Bytes received: by the whole group, and by each instance in a minute. */
  public static final MetricPair NETWORK_IN = network("ASGNetworkIn", GroupMetrics.NETWORK_IN);

  /** Bytes sent: by the whole group, and by each instance in a minute. */
  public static final MetricPair NETWORK_OUT = network("ASGNetworkOut", GroupMetrics.NETWORK_OUT);

  /** Requests: to the first target group, and to each target in a minute. */
  public static final MetricPair REQUEST_COUNT =
      new MetricPair(
          "ALBRequestCount",
          new LoadMetric(GroupMetrics.REQUEST_COUNT, Statistic.SUM, Scale.PER_MINUTE),
          new LoadMetric(GroupMetrics.REQUEST_COUNT_PER_TARGET, Statistic.SUM, Scale.PER_MINUTE));

  private static final List<MetricPair> PREDEFINED =
      List.of(CPU_UTILIZATION, NETWORK_IN, NETWORK_OUT, REQUEST_COUNT);

  private final String name;
  private final LoadMetric load;
  private final LoadMetric scaling;

  private MetricPair(String name, LoadMetric load, LoadMetric scaling) {
    this.name = name;
    this.load = load;
    this.scaling = scaling;
  }

  private static MetricPair network(String name, Metric metric) {
    return new MetricPair(
        name,
        new LoadMetric(metric, Statistic.SUM, Scale.PER_MINUTE),
        new LoadMetric(metric, Statistic.AVERAGE, Scale.NONE));
  }

  /**
   * Returns the pair of two metrics of the user's choice. A sum is taken as a mean minute of the
   * hour, since targets are for each instance and minute.
   */
  public static MetricPair customized(
      Metric load, Statistic ofLoad, Metric scaling, Statistic ofScaling) {
    return new MetricPair(
        load.name() + " and " + scaling.name(),
        LoadMetric.of(load, ofLoad),
        LoadMetric.of(scaling, ofScaling));
  }

  /** Returns the pair of this load and the scaling metric of another. */
  public MetricPair scaledBy(MetricPair other) {
    return other.equals(this)
        ? this
        : new MetricPair(name + " and " + other.name, load, other.scaling);
  }

  /** Returns the pair with AWS's name; empty if there is none. */
  public static Optional<MetricPair> named(String awsName) {
    return PREDEFINED.stream().filter(each -> each.name.equals(awsName)).findFirst();
  }

  /** Returns AWS's names of the predefined pairs. */
  public static List<String> awsNames() {
    return PREDEFINED.stream().map(MetricPair::name).toList();
  }

  /** Returns the name, that of AWS for a predefined pair. */
  public String name() {
    return name;
  }

  LoadMetric load() {
    return load;
  }

  LoadMetric scaling() {
    return scaling;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricPair pair
        && pair.name.equals(name)
        && pair.load.equals(load)
        && pair.scaling.equals(scaling);
  }

  @Override
  public int hashCode() {
    return Arrays.asList(name, load, scaling).hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
