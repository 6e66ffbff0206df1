package io.headroom.cloudwatch.math.value;

/**
 * What an operator makes of a bucket in which both of its series have no value, of which the
 * documentation says nothing.
 */
public enum BothMissing {
  /** There is no point. The default. */
  NO_POINT,
  /** Both count as zero, as one of them would beside the other's value. */
  ZERO
}
