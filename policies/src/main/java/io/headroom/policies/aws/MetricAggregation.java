package io.headroom.policies.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How a step scaling policy makes one number of the newest data points of an alarm. */
public enum MetricAggregation {
  /** Their mean; the default. */
  AVERAGE("Average"),
  /** The smallest. */
  MINIMUM("Minimum"),
  /** The largest. */
  MAXIMUM("Maximum");

  private final String awsName;

  MetricAggregation(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name. */
  public String awsName() {
    return awsName;
  }

  /** Returns the number that stands for the values, of which there is at least one. */
  double of(List<Double> values) {
    DoubleStream all = values.stream().mapToDouble(Double::doubleValue);
    return switch (this) {
      case AVERAGE -> all.average().orElseThrow();
      case MINIMUM -> all.min().orElseThrow();
      case MAXIMUM -> all.max().orElseThrow();
    };
  }

  /** Returns the aggregation with AWS's name; empty if there is none. */
  public static Optional<MetricAggregation> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }
}
