/**
 * EC2 Auto Scaling: groups, the SPI of scaling policies, activities, cooldown and warm-up, health
 * replacement, termination policies and the decision ledger.
 *
 * <p>Imports {@code sim}, {@code cloudwatch}, {@code workload}, {@code ec2} and {@code elb}.
 * Behaviour follows the Amazon EC2 Auto Scaling User Guide; what differs stands in {@code
 * docs/conformance.md}.
 */
@NullMarked
package io.headroom.autoscaling;

import org.jspecify.annotations.NullMarked;
