/**
 * Auto Scaling groups with what scales them: alarms, policies and scheduled actions.
 *
 * <p>Imports all other packages of {@code io.headroom.cloudformation} but the last, {@code
 * io.headroom.autoscaling}, {@code io.headroom.cloudwatch} and {@code io.headroom.policies.aws}.
 */
@NullMarked
package io.headroom.cloudformation.scaling;

import org.jspecify.annotations.NullMarked;
