/**
 * Load balancers: of a template, or made up for groups whose load balancer is elsewhere.
 *
 * <p>Imports {@code stack}, {@code template}, {@code resources} and {@code network} of {@code
 * io.headroom.cloudformation}, and {@code io.headroom.elb}.
 */
@NullMarked
package io.headroom.cloudformation.balancing;

import org.jspecify.annotations.NullMarked;
