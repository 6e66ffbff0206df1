package io.headroom.autoscaling;

import io.headroom.cloudwatch.Metric;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a forecast means for a group beyond the wish for a capacity.
 *
 * <p>"Predictive scaling for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide.
 *
 * @param floor the capacity below which no other policy scales in until the policy decides again
 *     (PS5); empty for none
 * @param maximum the MaxSize that the group gets, if it has less (PS7, PS8); empty to keep it
 * @param values what the policy publishes as metrics, now (PS13)
 */
public record Forecast(OptionalInt floor, OptionalInt maximum, List<Value> values) {

  /**
   * A value to publish.
   *
   * @param metric which metric
   * @param value the value
   */
  public record Value(Metric metric, double value) {}

  /** Copies the list. */
  public Forecast {
    values = List.copyOf(values);
  }
}
