/**
 * Predictive scaling of EC2 Auto Scaling: hourly forecasts that a group is scaled to before the
 * hour begins.
 *
 * <p>Imports {@code policies.aws}, {@code autoscaling}, {@code cloudwatch} and {@code sim}.
 */
@NullMarked
package io.headroom.policies.aws.predictive;

import org.jspecify.annotations.NullMarked;
