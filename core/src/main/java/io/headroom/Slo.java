package io.headroom;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The service level objective of a scenario. A run meets it when every latency objective holds over
 * the whole run and the share of errors is within its limit.
 *
 * @param latencies objectives on percentiles of the latency that clients see, may be empty
 * @param errorShare largest share of rejected and failed requests, in [0, 1]; empty for no limit
 */
public record Slo(List<Latency> latencies, OptionalDouble errorShare) {
  /** The objective that asks for nothing and always holds. */
  public static final Slo NONE = new Slo(List.of(), OptionalDouble.empty());

  /**
   * A limit on one percentile.
   *
   * @param percentile in (0, 100]
   * @param limit the largest latency that is still good
   */
  public record Latency(double percentile, Duration limit) {
    /** Checks the ranges. */
    public Latency {
      if (!(percentile > 0 && percentile <= 100)) {
        throw new IllegalArgumentException(
            "percentile must be above 0 and at most 100, was " + percentile);
      }
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("limit must be positive, was " + limit);
      }
    }
  }

  /** Copies the list and checks the share. */
  public Slo {
    latencies = List.copyOf(latencies);
    if (errorShare.isPresent()
        && !(errorShare.getAsDouble() >= 0 && errorShare.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "errorShare must be in [0, 1], was " + errorShare.getAsDouble());
    }
  }

  /** Returns an objective on one percentile of latency, without a limit on errors. */
  public static Slo latency(double percentile, Duration limit) {
    return new Slo(List.of(new Latency(percentile, limit)), OptionalDouble.empty());
  }

  /** Returns a copy with a limit on the share of errors. */
  public Slo errors(double share) {
    return new Slo(latencies, OptionalDouble.of(share));
  }
}
