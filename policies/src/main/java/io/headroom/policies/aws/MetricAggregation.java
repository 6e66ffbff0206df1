package io.headroom.policies.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How a step scaling policy makes one number of the newest data points of an alarm. */
public enum MetricAggregation {
  /** Their mean; the default. */
  AVERAGE("Average", values -> stream(values).average().orElseThrow()),
  /** The smallest. */
  MINIMUM("Minimum", values -> stream(values).min().orElseThrow()),
  /** The largest. */
  MAXIMUM("Maximum", values -> stream(values).max().orElseThrow());

  private final String awsName;
  private final ToDoubleFunction<List<Double>> formula;

  MetricAggregation(String awsName, ToDoubleFunction<List<Double>> formula) {
    this.awsName = awsName;
    this.formula = formula;
  }

  private static DoubleStream stream(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }

  /** Returns the number that stands for the values, of which there is at least one. */
  double of(List<Double> values) {
    return formula.applyAsDouble(values);
  }

  /** Returns the aggregation with AWS's name; empty if there is none. */
  public static Optional<MetricAggregation> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }
}
