package io.headroom.cloudwatch;

import io.headroom.cloudwatch.math.MathExpression;
import java.util.Optional;

/**
 * One entry of a request for metric math: a statistic of a metric or an expression, under an id.
 *
 * <p>"MetricDataQuery", CloudWatch API Reference.
 *
 * @param id the name in expressions: a lower-case letter, then letters, digits and underscores
 * @param metricStat the statistic; empty for an expression
 * @param expression the expression; empty for a statistic
 * @param label what a legend says; empty for the id, or the metric's name
 * @param returnData whether the entry is a result, or only there for expressions
 */
public record MetricDataQuery(
    String id,
    Optional<MetricStat> metricStat,
    Optional<MathExpression> expression,
    Optional<String> label,
    boolean returnData) {
  /**
   * Checks that the entry is one of the two.
   *
   * @throws IllegalArgumentException if it is both or none
   */
  public MetricDataQuery {
    if (metricStat.isPresent() == expression.isPresent()) {
      throw new IllegalArgumentException(
          "the entry '%s' must have exactly one of MetricStat and Expression".formatted(id));
    }
  }

  /** Returns an entry that is there for expressions. */
  public static MetricDataQuery metric(String id, MetricStat stat) {
    return new MetricDataQuery(id, Optional.of(stat), Optional.empty(), Optional.empty(), false);
  }

  /**
   * Returns an entry whose expression is a result.
   *
   * @throws io.headroom.cloudwatch.math.value.MathException if the text is no expression
   */
  public static MetricDataQuery expression(String id, String text) {
    return new MetricDataQuery(
        id, Optional.empty(), Optional.of(MathExpression.parse(text)), Optional.empty(), true);
  }

  /** Returns the same, as a result. */
  public MetricDataQuery returned() {
    return new MetricDataQuery(id, metricStat, expression, label, true);
  }

  /** Returns the same, only there for expressions. */
  public MetricDataQuery hidden() {
    return new MetricDataQuery(id, metricStat, expression, label, false);
  }

  /** Returns the same under another label. */
  public MetricDataQuery labelled(String newLabel) {
    return new MetricDataQuery(id, metricStat, expression, Optional.of(newLabel), returnData);
  }

  /** Returns the same with another statistic, if it has one. */
  MetricDataQuery with(MetricStat stat) {
    return new MetricDataQuery(id, Optional.of(stat), expression, label, returnData);
  }

  /** Returns what a legend says. */
  String legend() {
    return label.orElseGet(() -> metricStat.map(stat -> stat.metric().name()).orElse(id));
  }
}
