/**
 * Traffic from a file: request counts per interval, or one row per request, in CSV, turned into
 * arrivals; and measured service demands.
 *
 * <p>Imports {@code io.headroom.workloads}, {@code io.headroom.workload}, {@code io.headroom.sim}
 * and FastCSV, which appears in no public signature.
 */
@NullMarked
package io.headroom.workloads.trace;

import org.jspecify.annotations.NullMarked;
