package io.headroom.cloudwatch;

/**
 * Where the buckets of a query begin. The sample output of GetMetricStatistics shows buckets laid
 * from the rounded start; nothing is said about GetMetricData. CloudWatch API Reference.
 */
public enum QueryAnchor {
  /** At the rounded start of the range: an hourly query from 23:18 has buckets at :18. Default. */
  START,
  /** At the clock's multiples of the period: its buckets are at :00. */
  CLOCK
}
