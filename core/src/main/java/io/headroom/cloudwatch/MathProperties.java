package io.headroom.cloudwatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the property {@code Metrics} of a request, a list of MetricDataQuery. */
final class MathProperties {
  /** What an alarm on metric math leaves to its metrics. */
  static final List<String> OF_SINGLE_METRICS =
      List.of(
          "MetricName",
          "Namespace",
          "Dimensions",
          "Period",
          "Unit",
          "Statistic",
          "ExtendedStatistic");

  private static final String METRICS = "Metrics";

  private final AlarmProperties properties;

  MathProperties(AlarmProperties properties) {
    this.properties = properties;
  }

  /** Returns the metric math, or notes what is wrong with it. */
  Optional<MetricMath> read() {
    OF_SINGLE_METRICS.stream()
        .filter(properties::has)
        .forEach(
            name ->
                properties.problem(name, name + " should not be set if list of Metrics is set."));
    return properties.attempt(METRICS, this::math);
  }

  private MetricMath math() {
    List<MetricDataQuery> queries = new ArrayList<>();
    Optional<Duration> period = Optional.empty();
    for (Map<String, Object> entry : properties.maps(METRICS)) {
      queries.add(query(entry));
      if (entry.containsKey("Expression") && entry.containsKey("Period")) {
        period = Optional.of(seconds(entry.get("Period")));
      }
    }
    MetricMath math = MetricMath.of(queries);
    if (math.metrics().isEmpty()) {
      math = math.withPeriod(period.orElseThrow(() -> wrong("Period must not be null")));
    }
    Optional<String> band = properties.text("ThresholdMetricId");
    return band.isPresent() ? math.withBand(band.get()) : math;
  }

  private static MetricDataQuery query(Map<String, Object> entry) {
    String id = text(entry, "Id").orElseThrow(() -> wrong("an entry of Metrics must have an Id"));
    boolean hasStat = entry.get("MetricStat") != null;
    Optional<String> expression = text(entry, "Expression");
    if (hasStat == expression.isPresent()) {
      throw wrong(
          "the entry '%s' must have exactly one of MetricStat and Expression".formatted(id));
    }
    MetricDataQuery query = hasStat ? metric(id, entry) : expression(id, expression.orElseThrow());
    query = text(entry, "Label").map(query::labelled).orElse(query);
    // Left out, the value is true.
    boolean isReturned = text(entry, "ReturnData").map(text -> bool(id, text)).orElse(true);
    return isReturned ? query.returned() : query.hidden();
  }

  private static MetricDataQuery expression(String id, String text) {
    try {
      return MetricDataQuery.expression(id, text);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "Error in expression '%s': %s".formatted(id, wrong.getMessage()), wrong);
    }
  }

  private static MetricDataQuery metric(String id, Map<String, Object> entry) {
    Map<?, ?> stat = map(entry, "MetricStat", id);
    Map<?, ?> metric = map(stat, "Metric", id);
    Object statistic = stat.get("Stat");
    if (statistic == null || stat.get("Period") == null) {
      throw wrong("MetricStat of '%s' must have Stat and Period".formatted(id));
    }
    MetricStat read =
        new MetricStat(
            new Metric(
                required(metric, "Namespace", id),
                required(metric, "MetricName", id),
                dimensions(metric)),
            Statistic.parse(statistic.toString()),
            seconds(stat.get("Period")));
    Object unit = stat.get("Unit");
    return MetricDataQuery.metric(
        id, unit == null ? read : read.withUnit(Unit.parse(unit.toString())));
  }

  private static Map<String, String> dimensions(Map<?, ?> metric) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    if (metric.get("Dimensions") instanceof List<?> list) {
      for (Object each : list) {
        if (!(each instanceof Map<?, ?> pair)) {
          throw wrong("a dimension has Name and Value, was " + each);
        }
        dimensions.put(required(pair, "Name", "Dimensions"), required(pair, "Value", "Dimensions"));
      }
    }
    return dimensions;
  }

  private static String required(Map<?, ?> map, String key, String where) {
    Object value = map.get(key);
    if (value == null) {
      throw wrong("%s is missing in '%s'".formatted(key, where));
    }
    return value.toString();
  }

  private static Optional<String> text(Map<String, Object> entry, String key) {
    return Optional.ofNullable(entry.get(key)).map(Object::toString);
  }

  private static boolean bool(String id, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw wrong("ReturnData of '%s' must be true or false, was %s".formatted(id, text));
    };
  }

  private static Duration seconds(Object value) {
    try {
      return Duration.ofSeconds(Long.parseLong(String.valueOf(value).strip()));
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException("Period must be a number, was " + value, notNumber);
    }
  }

  private static Map<?, ?> map(Map<?, ?> outer, String key, String id) {
    if (outer.get(key) instanceof Map<?, ?> inner) {
      return inner;
    }
    throw wrong("%s is missing in '%s'".formatted(key, id));
  }

  private static IllegalArgumentException wrong(String message) {
    return new IllegalArgumentException(message);
  }
}
