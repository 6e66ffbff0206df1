package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alarm as PutMetricAlarm and {@code AWS::CloudWatch::Alarm} take it: properties by name, with
 * texts, numbers, booleans, lists and maps as values.
 *
 * <p>Every problem is found, each with the property that has it, so that an importer can name the
 * line. Properties that do not bear on the alarm's behaviour, such as {@code Tags}, are not looked
 * at. "PutMetricAlarm", CloudWatch API Reference.
 */
public final class AlarmRequest {
  private static final Map<AlarmState, String> ACTIONS =
      ImmutableMap.of(
          AlarmState.OK, "OKActions",
          AlarmState.ALARM, "AlarmActions",
          AlarmState.INSUFFICIENT_DATA, "InsufficientDataActions");

  private final AlarmProperties properties;
  private final List<AlarmProblem> problems = new ArrayList<>();
  private final Optional<AlarmSpec.Builder> builder;

  private AlarmRequest(Map<String, ?> values) {
    properties = new AlarmProperties(values, problems);
    builder = properties.has("Metrics") ? math() : input();
    builder.ifPresent(this::addValidation);
  }

  /** Reads the properties of an alarm; all references in them must be resolved. */
  public static AlarmRequest of(Map<String, ?> properties) {
    return new AlarmRequest(properties);
  }

  /** Returns the reasons for which the alarm would be refused, empty if there are none. */
  public List<AlarmProblem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Returns the alarm.
   *
   * @throws IllegalArgumentException if there are problems; the message lists all of them
   */
  public AlarmSpec spec() {
    AlarmValidation.require(properties.text("AlarmName").orElse("without a name"), problems);
    return builder.orElseThrow().build();
  }

  /** Returns the property that lists the actions of a state. */
  static String actionsProperty(AlarmState state) {
    return ACTIONS.getOrDefault(state, "");
  }

  private Optional<AlarmSpec.Builder> math() {
    Optional<MetricMath> math = new MathProperties(properties).read();
    properties.require("EvaluationPeriods");
    properties.require("ComparisonOperator");
    if (!properties.has("ThresholdMetricId")) {
      properties.require("Threshold");
    }
    return math.map(AlarmSpec::when).map(this::complete);
  }

  private Optional<AlarmSpec.Builder> input() {
    Optional<Metric> metric = metric();
    Optional<Statistic> statistic = statistic();
    properties.require("Period");
    properties.require("EvaluationPeriods");
    properties.require("ComparisonOperator");
    properties.require("Threshold");
    if (metric.isEmpty() || statistic.isEmpty()) {
      return Optional.empty();
    }
    var result = AlarmSpec.when(metric.get(), statistic.get());
    properties.seconds("Period").ifPresent(result::period);
    properties.parsed("Unit", Unit::parse).ifPresent(result::unit);
    return Optional.of(complete(result));
  }

  private AlarmSpec.Builder complete(AlarmSpec.Builder result) {
    readInput(result);
    readCondition(result);
    readActions(result);
    return result;
  }

  private Optional<Metric> metric() {
    properties.require("Namespace");
    properties.require("MetricName");
    Optional<String> namespace = properties.text("Namespace");
    Optional<String> name = properties.text("MetricName");
    if (namespace.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return properties.attempt(
        "Dimensions",
        () -> new Metric(namespace.get(), name.get(), properties.pairs("Dimensions")));
  }

  private Optional<Statistic> statistic() {
    Optional<String> basic = properties.text("Statistic");
    Optional<String> extended = properties.text("ExtendedStatistic");
    if (basic.isPresent() == extended.isPresent()) {
      properties.problem("Statistic", "give exactly one of Statistic and ExtendedStatistic");
      return Optional.empty();
    }
    return basic.isPresent()
        ? properties.attempt("Statistic", () -> StatisticSyntax.basic(basic.get()))
        : extended(extended.get());
  }

  private Optional<Statistic> extended(String text) {
    try {
      return Optional.of(StatisticSyntax.extended(text));
    } catch (IllegalArgumentException unsupported) {
      problems.add(
          new AlarmProblem(
              AlarmProblem.INVALID_PARAMETER_VALUE,
              "ExtendedStatistic",
              String.valueOf(unsupported.getMessage())));
      return Optional.empty();
    }
  }

  private void readInput(AlarmSpec.Builder result) {
    properties.text("AlarmName").ifPresent(result::named);
    properties.text("AlarmDescription").ifPresent(result::describedAs);
    properties.parsed("TreatMissingData", MissingData::parse).ifPresent(result::missingData);
    properties
        .parsed("EvaluateLowSampleCountPercentile", LowSamples::parse)
        .ifPresent(result::lowSamples);
    properties.zone("EvaluationWindow").ifPresent(result::wallClock);
    properties.warmUp("WarmUpConfiguration").ifPresent(result::warmUp);
  }

  private void readCondition(AlarmSpec.Builder result) {
    int periods = properties.integer("EvaluationPeriods").orElse(1);
    result.datapoints(properties.integer("DatapointsToAlarm").orElse(periods), periods);
    result.compares(
        properties.parsed("ComparisonOperator", Comparison::parse).orElse(Comparison.GREATER_THAN),
        properties.number("Threshold").orElse(Double.NaN));
  }

  private void readActions(AlarmSpec.Builder result) {
    ACTIONS.forEach((state, property) -> result.on(state, properties.texts(property)));
    if (!properties.bool("ActionsEnabled").orElse(true)) {
      result.withoutActions();
    }
  }

  /** Adds what the service would refuse, save where a property could not even be read. */
  private void addValidation(AlarmSpec.Builder result) {
    List<String> known = problems.stream().map(AlarmProblem::property).toList();
    result.problems().stream()
        .filter(problem -> !known.contains(problem.property()))
        .forEach(problems::add);
  }
}
