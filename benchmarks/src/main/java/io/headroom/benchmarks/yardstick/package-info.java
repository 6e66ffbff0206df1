/**
 * Bare request loops that show what this machine can reach on one kind of work, and a plain
 * simulator as most would write it. They hold no logic of the product: what they share with it is
 * its random streams, so that all of them meet the same requests. Imports {@code io.headroom.sim}
 * and {@code io.headroom.workload}.
 */
@NullMarked
package io.headroom.benchmarks.yardstick;

import org.jspecify.annotations.NullMarked;
