/**
 * Elastic Load Balancing: load balancers, target groups, health checks and the traffic plane that
 * carries every request.
 *
 * <p>Imports {@code sim}, {@code cloudwatch}, {@code workload} and {@code ec2}. Behaviour follows
 * the three user guides of Elastic Load Balancing; what differs stands in {@code
 * docs/conformance.md}.
 */
@NullMarked
package io.headroom.elb;

import org.jspecify.annotations.NullMarked;
