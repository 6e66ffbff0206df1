package io.headroom.workload;

import io.headroom.sim.Settings;

/**
 * Makes a {@link Workload} from the settings of a scenario file; found by {@code ServiceLoader}.
 *
 * <p>A scenario file names the provider by the key under which its settings stand: {@code diurnal:
 * {trough: 120/s, peak: 1400/s}}.
 */
public interface WorkloadProvider {
  /** Returns the key that scenario files use, such as {@code flash-crowd}. */
  String key();

  /**
   * Makes the workload.
   *
   * @param settings the settings under the key; a problem is reported there, never thrown
   * @return the workload; where a setting was reported as a problem, one made of defaults
   */
  Workload create(Settings settings);
}
