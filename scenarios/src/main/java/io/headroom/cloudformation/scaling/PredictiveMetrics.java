package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.aws.predictive.MetricPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the metric specification of a predictive scaling policy: a predefined pair, a predefined
 * load and a predefined scaling metric, or metrics of the user's choice.
 *
 * <p>"PredictiveScalingMetricSpecification", Amazon EC2 Auto Scaling API Reference.
 */
final class PredictiveMetrics {
  private static final String PAIR = "PredefinedMetricPairSpecification";
  private static final String LOAD = "PredefinedLoadMetricSpecification";
  private static final String SCALING = "PredefinedScalingMetricSpecification";
  private static final String OWN_LOAD = "CustomizedLoadMetricSpecification";
  private static final String OWN_SCALING = "CustomizedScalingMetricSpecification";
  private static final String OWN_CAPACITY = "CustomizedCapacityMetricSpecification";

  private static final Map<String, MetricPair> LOADS =
      Map.of(
          "ASGTotalCPUUtilization", MetricPair.CPU_UTILIZATION,
          "ASGTotalNetworkIn", MetricPair.NETWORK_IN,
          "ASGTotalNetworkOut", MetricPair.NETWORK_OUT,
          "ALBTargetGroupRequestCount", MetricPair.REQUEST_COUNT);

  private static final Map<String, MetricPair> SCALINGS =
      Map.of(
          "ASGAverageCPUUtilization", MetricPair.CPU_UTILIZATION,
          "ASGAverageNetworkIn", MetricPair.NETWORK_IN,
          "ASGAverageNetworkOut", MetricPair.NETWORK_OUT,
          "ALBRequestCountPerTarget", MetricPair.REQUEST_COUNT);

  private PredictiveMetrics() {}

  static Optional<MetricPair> read(Properties specification) {
    specification.unsupportedIfPresent(
        OWN_CAPACITY, "the capacity is that of the group's own instances");
    if (specification.has(PAIR)) {
      return predefined(specification.map(PAIR), pairs());
    }
    if (specification.has(LOAD) && specification.has(SCALING)) {
      Optional<MetricPair> load = predefined(specification.map(LOAD), LOADS);
      Optional<MetricPair> scaling = predefined(specification.map(SCALING), SCALINGS);
      return load.flatMap(each -> scaling.map(each::scaledBy));
    }
    if (specification.has(OWN_LOAD) && specification.has(OWN_SCALING)) {
      Optional<Query> load = customized(specification.map(OWN_LOAD));
      Optional<Query> scaling = customized(specification.map(OWN_SCALING));
      return load.flatMap(
          each ->
              scaling.map(
                  other ->
                      MetricPair.customized(
                          each.metric, each.statistic, other.metric, other.statistic)));
    }
    specification.error(
        PAIR,
        PolicyRefusals.metric(
                PAIR, "give a metric pair, or a load and a scaling metric, of one kind")
            .text());
    return Optional.empty();
  }

  private static Map<String, MetricPair> pairs() {
    Map<String, MetricPair> pairs = new TreeMap<>();
    MetricPair.awsNames()
        .forEach(name -> MetricPair.named(name).ifPresent(pair -> pairs.put(name, pair)));
    return pairs;
  }

  private static Optional<MetricPair> predefined(
      Properties specification, Map<String, MetricPair> byName) {
    specification.ignore("ResourceLabel");
    List<String> names = byName.keySet().stream().sorted().toList();
    return Optional.ofNullable(
        byName.get(specification.word("PredefinedMetricType", names.get(0), names)));
  }

  /** One metric with its statistic. */
  private record Query(Metric metric, Statistic statistic) {}

  private static Optional<Query> customized(Properties specification) {
    List<Query> queries = new ArrayList<>();
    for (Properties query : specification.maps("MetricDataQueries")) {
      query.ignore("Id", "Label", "ReturnData");
      query.unsupportedIfPresent("Expression", "predictive scaling reads single metrics only");
      if (query.has("MetricStat")) {
        query(query.map("MetricStat")).ifPresent(queries::add);
      }
    }
    if (queries.size() != 1) {
      specification.warning(
          "MetricDataQueries",
          "predictive scaling reads one metric for each specification, found %d; left out"
              .formatted(queries.size()));
      return Optional.empty();
    }
    return Optional.of(queries.get(0));
  }

  private static Optional<Query> query(Properties stat) {
    stat.ignore("Unit", "Period");
    Properties metric = stat.map("Metric");
    Map<String, String> dimensions = new TreeMap<>();
    for (Properties each : metric.maps("Dimensions")) {
      each.text("Name")
          .ifPresent(name -> each.text("Value").ifPresent(value -> dimensions.put(name, value)));
    }
    try {
      return Optional.of(
          new Query(
              new Metric(
                  metric.known("Namespace").orElse(""),
                  metric.known("MetricName").orElse(""),
                  dimensions),
              Statistic.parse(stat.known("Stat").orElse("Average"))));
    } catch (IllegalArgumentException e) {
      stat.error("Metric", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
