/**
 * Yardsticks beside the real policies: what no scaling would give, and what no real policy can
 * reach.
 *
 * <p>Imports {@code autoscaling}, {@code cloudwatch} and {@code sim}.
 */
@NullMarked
package io.headroom.policies.baseline;

import org.jspecify.annotations.NullMarked;
