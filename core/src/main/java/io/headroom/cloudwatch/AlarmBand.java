package io.headroom.cloudwatch;

import io.headroom.cloudwatch.math.value.MathSeries;

/** The expected values of an anomaly detection alarm by bucket. */
record AlarmBand(MathSeries lower, MathSeries upper) {
  /** Returns whether a bucket has both edges. */
  boolean has(int bucket) {
    return lower.has(bucket) && upper.has(bucket);
  }
}
