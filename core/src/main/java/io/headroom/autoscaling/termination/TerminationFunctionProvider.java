package io.headroom.autoscaling.termination;

import io.headroom.sim.Settings;

/**
 * Makes a {@link TerminationFunction} from the settings of a scenario file; found by {@code
 * ServiceLoader}.
 *
 * <p>A scenario file says by the key of a provider what stands for the Lambda function of a group:
 * {@code terminationFunctions: {WebGroup: {idle: {requests: 0}}}}.
 */
public interface TerminationFunctionProvider {
  /** Returns the key that scenario files use, such as {@code idle}. */
  String key();

  /**
   * Makes the function.
   *
   * @param settings the settings under the key; a problem is reported there, never thrown
   */
  TerminationFunction create(Settings settings);
}
