/**
 * What traffic is: the SPI of arrivals and the profile of the requests that arrive.
 *
 * <p>Imports {@code io.headroom.sim}. Ready-made workloads live in {@code io.headroom.workloads}.
 */
@NullMarked
package io.headroom.workload;

import org.jspecify.annotations.NullMarked;
