/**
 * Availability Zones: where subnets, and what lies in them, are.
 *
 * <p>Imports {@code template}, {@code stack} and {@code resources} of {@code
 * io.headroom.cloudformation}.
 */
@NullMarked
package io.headroom.cloudformation.network;

import org.jspecify.annotations.NullMarked;
