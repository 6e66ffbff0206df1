/**
 * The scaling policies of EC2 Auto Scaling: simple, step, target tracking, and the schedules of
 * scheduled actions.
 *
 * <p>Imports {@code autoscaling}, {@code cloudwatch} and {@code sim}; a policy sees the snapshot
 * that it is handed and nothing else.
 */
@NullMarked
package io.headroom.policies.aws;

import org.jspecify.annotations.NullMarked;
