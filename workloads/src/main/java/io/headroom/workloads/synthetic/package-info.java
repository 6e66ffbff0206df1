/**
 * Traffic by formula: constant, stepped, ramped and seasonal rates, flash crowds and spikes, each
 * with its provider for scenario files.
 *
 * <p>Imports {@code io.headroom.workloads}, {@code io.headroom.workload} and {@code
 * io.headroom.sim}.
 */
@NullMarked
package io.headroom.workloads.synthetic;

import org.jspecify.annotations.NullMarked;
