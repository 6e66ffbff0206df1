/**
 * Rate functions of time and the Poisson process that follows one: what synthetic workloads and
 * traces have in common.
 *
 * <p>Imports {@code io.headroom.workload} and {@code io.headroom.sim}.
 */
@NullMarked
package io.headroom.workloads;

import org.jspecify.annotations.NullMarked;
