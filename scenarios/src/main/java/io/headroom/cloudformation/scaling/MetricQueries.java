package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricDataQuery;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.Statistic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads lists of metric data queries in scaling policies.
 *
 * <p>"TargetTrackingMetricDataQuery", AWS CloudFormation Template Reference: a query returns data
 * unless it says otherwise.
 */
final class MetricQueries {

  private MetricQueries() {}

  /** Returns the queries as metric math; empty if one is wrong, reported then. */
  static Optional<MetricMath> math(Properties owner, String key) {
    List<MetricDataQuery> queries = new ArrayList<>();
    List<Properties> given = owner.maps(key);
    for (Properties each : given) {
      query(each).ifPresent(queries::add);
    }
    if (queries.size() < given.size() || queries.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MetricMath.of(queries));
    } catch (IllegalArgumentException e) {
      owner.error(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<MetricDataQuery> query(Properties query) {
    query.ignore("Label");
    String id = query.known("Id").orElse("");
    boolean returned = query.flag("ReturnData", true);
    Optional<Duration> period = query.seconds("Period");
    try {
      Optional<MetricDataQuery> read =
          query.has("Expression")
              ? query.known("Expression").map(text -> MetricDataQuery.expression(id, text))
              : stat(query.map("MetricStat"), period).map(stat -> MetricDataQuery.metric(id, stat));
      return read.map(each -> returned ? each.returned() : each.hidden());
    } catch (IllegalArgumentException e) {
      query.error(
          query.has("Expression") ? "Expression" : "MetricStat", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Reads a statistic of a metric; empty if the metric is not known, reported then. */
  static Optional<MetricStat> stat(Properties stat, Optional<Duration> period) {
    stat.ignore("Unit");
    Properties metric = stat.map("Metric");
    Map<String, String> dimensions = new TreeMap<>();
    for (Properties each : metric.maps("Dimensions")) {
      each.text("Name")
          .ifPresent(name -> each.text("Value").ifPresent(value -> dimensions.put(name, value)));
    }
    Duration own = stat.seconds("Period").or(() -> period).orElse(Duration.ofMinutes(1));
    return Optional.of(
        new MetricStat(
            new Metric(
                metric.known("Namespace").orElse(""),
                metric.known("MetricName").orElse(""),
                dimensions),
            Statistic.parse(stat.known("Stat").orElse("Average")),
            own));
  }
}
