/**
 * EC2: instance types and launch configurations, machines that serve requests, their boot, their
 * metrics and their bill.
 *
 * <p>Imports {@code sim}, {@code cloudwatch} and {@code workload}. Behaviour follows the Amazon EC2
 * User Guide; what differs stands in {@code docs/conformance.md}.
 */
@NullMarked
package io.headroom.ec2;

import org.jspecify.annotations.NullMarked;
