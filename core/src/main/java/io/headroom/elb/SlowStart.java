package io.headroom.elb;

import java.util.Arrays;

/**
 * Routing while targets ramp up: smooth weighted round robin with the weights of slow start.
 *
 * <p>"Slow start mode", User Guide for Application Load Balancers. A target that became healthy t
 * ago has weight max(1/D, t/D) for a duration of D seconds, the others have weight 1. Each step
 * every target gains its weight, the largest is picked and pays the sum of all weights.
 */
final class SlowStart implements Router {
  private final double durationSeconds;
  private int[] targets = {};
  private long[] rampNanos = {};
  private double[] credit = {};

  SlowStart(double durationSeconds) {
    this.durationSeconds = durationSeconds;
  }

  @Override
  public void rotation(int[] newTargets) {
    targets = newTargets;
    credit = new double[newTargets.length];
    rampNanos = new long[newTargets.length];
    Arrays.fill(rampNanos, Long.MIN_VALUE);
  }

  /** Notes when the target in a place of the rotation began to ramp up. */
  void ramp(int place, long sinceNanos) {
    rampNanos[place] = sinceNanos;
  }

  @Override
  public int route(long nowNanos) {
    int best = 0;
    double sum = 0;
    for (int place = 0; place < targets.length; place++) {
      double weight = weight(place, nowNanos);
      sum += weight;
      credit[place] += weight;
      best = credit[place] > credit[best] ? place : best;
    }
    credit[best] -= sum;
    return targets[best];
  }

  private double weight(int place, long nowNanos) {
    if (rampNanos[place] == Long.MIN_VALUE) {
      return 1;
    }
    double seconds = (nowNanos - rampNanos[place]) / 1e9;
    return Math.min(1, Math.max(1, seconds) / durationSeconds);
  }
}
