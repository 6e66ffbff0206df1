package io.headroom.autoscaling;

import io.headroom.sim.Settings;

/**
 * Makes a {@link ScalingPolicy} from the properties of a {@code Headroom::ScalingPolicy} resource
 * or a scenario file; found by {@code ServiceLoader}.
 */
public interface ScalingPolicyProvider {
  /** Returns the name under which templates ask for the policy, such as {@code fixed}. */
  String key();

  /**
   * Makes the policy.
   *
   * @param name the name of the policy within its group
   * @param settings its settings; a problem is reported there, never thrown
   */
  ScalingPolicy create(String name, Settings settings);
}
