/**
 * Custom termination policies: what can stand for the Lambda function that a group asks which
 * instances may leave.
 *
 * <p>Imports {@code autoscaling} and {@code sim}.
 */
@NullMarked
package io.headroom.policies.termination;

import org.jspecify.annotations.NullMarked;
