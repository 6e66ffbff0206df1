/**
 * What a group launches: launch configurations, launch templates, single instances as patterns, and
 * mixed instances policies.
 *
 * <p>Imports {@code stack}, {@code template} and {@code resources} of {@code
 * io.headroom.cloudformation}, and {@code io.headroom.ec2}.
 */
@NullMarked
package io.headroom.cloudformation.launch;

import org.jspecify.annotations.NullMarked;
