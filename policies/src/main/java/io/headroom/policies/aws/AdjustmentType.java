package io.headroom.policies.aws;

import java.util.Arrays;
import java.util.Optional;

/** What the number of a scaling adjustment means. */
public enum AdjustmentType {
  /** The number is added to the capacity. */
  CHANGE_IN_CAPACITY("ChangeInCapacity"),
  /** The number is the new capacity. */
  EXACT_CAPACITY("ExactCapacity"),
  /** The number is a percentage of the capacity, which is added to it. */
  PERCENT_CHANGE_IN_CAPACITY("PercentChangeInCapacity");

  private final String awsName;

  AdjustmentType(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name. */
  public String awsName() {
    return awsName;
  }

  /** Returns the type with AWS's name; empty if there is none. */
  public static Optional<AdjustmentType> named(String awsName) {
    return Arrays.stream(values()).filter(type -> type.awsName.equals(awsName)).findFirst();
  }
}
