package io.headroom.cloudwatch;

import io.headroom.cloudwatch.anomaly.AnomalyModel;
import io.headroom.cloudwatch.math.value.BothMissing;

/**
 * The choices that CloudWatch's documentation leaves open about metric math.
 *
 * @param bothMissing what an operator makes of a bucket in which both series have no value
 * @param anomaly how anomaly detection learns
 */
public record MathSettings(BothMissing bothMissing, AnomalyModel anomaly) {
  /** The defaults. */
  public static final MathSettings DEFAULT =
      new MathSettings(BothMissing.NO_POINT, AnomalyModel.DEFAULT);
}
