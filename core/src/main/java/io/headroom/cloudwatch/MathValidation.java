package io.headroom.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What CloudWatch refuses in an alarm on metric math. "PutMetricAlarm", CloudWatch API Reference,
 * and "Using math expressions with CloudWatch metrics", Amazon CloudWatch User Guide.
 */
final class MathValidation {
  private static final int MAX_METRICS = 10;
  private static final int MAX_EXPRESSIONS = 10;

  private final AlarmSpec spec;
  private final MetricMath math;
  private final List<AlarmProblem> problems = new ArrayList<>();

  MathValidation(AlarmSpec spec, MetricMath math) {
    this.spec = spec;
    this.math = math;
  }

  List<AlarmProblem> problems() {
    checkSize();
    checkPeriods();
    if (checkResults()) {
      checkTypes();
    }
    checkActions();
    return problems;
  }

  private void checkSize() {
    int metrics = math.program().metricIds().size();
    int expressions = math.program().expressions().size();
    require(
        metrics <= MAX_METRICS,
        "Metrics",
        "an alarm has at most %d metrics, not %d".formatted(MAX_METRICS, metrics));
    require(
        expressions <= MAX_EXPRESSIONS,
        "Metrics",
        "an alarm has at most %d expressions, not %d".formatted(MAX_EXPRESSIONS, expressions));
  }

  private void checkPeriods() {
    boolean isOne = math.metrics().stream().allMatch(stat -> stat.period().equals(math.period()));
    require(isOne, "Metrics", "all metrics of an alarm must have the same period");
    require(
        math.band().isEmpty() || math.period().toSeconds() >= 60,
        "Metrics",
        "an anomaly detection alarm needs a period of at least 60 seconds, was "
            + math.period().toSeconds());
  }

  private boolean checkResults() {
    boolean hasBand = math.band().isPresent();
    long returned = math.queries().stream().filter(MetricDataQuery::returnData).count();
    boolean isBandReturned = math.band().map(id -> math.query(id).returnData()).orElse(true);
    boolean holds = returned == (hasBand ? 2 : 1) && isBandReturned;
    require(
        holds,
        "Metrics",
        hasBand
            ? "Exactly two elements of the metrics list should return data."
            : "Exactly one element of the metrics list should return data.");
    return holds;
  }

  private void checkTypes() {
    MetricDataQuery watched = math.results().get(0);
    type(watched)
        .ifPresent(
            type ->
                require(
                    type.equals("TS"),
                    "Metrics",
                    "the expression '%s' must give a single time series (TS), gives %s"
                        .formatted(watched.id(), type)));
    math.band().map(math::query).ifPresent(this::checkBand);
    math.queries().stream()
        .filter(query -> !query.equals(watched) && !math.band().equals(Optional.of(query.id())))
        .forEach(this::type);
  }

  private void checkBand(MetricDataQuery band) {
    boolean isBand =
        band.expression().filter(each -> each.calls("ANOMALY_DETECTION_BAND")).isPresent();
    require(
        isBand && type(band).equals(Optional.of("TS[]")),
        "ThresholdMetricId",
        "'%s' must be an ANOMALY_DETECTION_BAND".formatted(band.id()));
    require(
        spec.comparison().needsBand(),
        "ComparisonOperator",
        spec.comparison() + " needs a threshold, not an anomaly detection band");
  }

  /** Returns the type of an entry, or notes why it has none. */
  private Optional<String> type(MetricDataQuery query) {
    try {
      return Optional.of(math.program().typeOf(query.id()));
    } catch (IllegalArgumentException wrong) {
      require(false, "Metrics", String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private void checkActions() {
    for (Map.Entry<AlarmState, List<String>> actions : spec.actions().byState().entrySet()) {
      String property = AlarmRequest.actionsProperty(actions.getKey());
      for (String action : actions.getValue()) {
        require(
            !action.contains(":automate:"),
            property,
            "an alarm on metric math cannot have EC2 actions: " + action);
        require(
            math.band().isEmpty() || !AlarmActions.isScaling(action),
            property,
            "an anomaly detection alarm cannot have Auto Scaling actions: " + action);
      }
    }
  }

  private void require(boolean holds, String property, String message) {
    if (!holds) {
      problems.add(new AlarmProblem(AlarmProblem.VALIDATION_ERROR, property, message));
    }
  }
}
