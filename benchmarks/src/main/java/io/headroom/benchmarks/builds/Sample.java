package io.headroom.benchmarks.builds;

import java.util.Map;

/**
 * What one run of one build gave.
 *
 * @param cpuSeconds processor time of the thread that ran it
 * @param wallSeconds wall time
 * @param bytes what that thread allocated
 * @param figures what it did and found out: the first is the number of units of work
 */
record Sample(double cpuSeconds, double wallSeconds, double bytes, Map<String, Double> figures) {

  /** Returns the name of the unit of work. */
  String unit() {
    return figures.keySet().iterator().next();
  }

  private double units() {
    return figures.values().iterator().next();
  }

  double cpuNanosPerUnit() {
    return cpuSeconds * 1e9 / units();
  }

  double wallNanosPerUnit() {
    return wallSeconds * 1e9 / units();
  }

  double bytesPerUnit() {
    return bytes / units();
  }
}
