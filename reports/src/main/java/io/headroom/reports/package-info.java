/**
 * What a run gives, for people and for programs: a summary and an explanation for a terminal, JSON
 * and CSV for files.
 *
 * <p>Reports read a {@link io.headroom.SimulationResult} and change nothing; equal results give
 * equal bytes. Times of day are UTC, numbers are written without regard to the machine's locale.
 * Imports the module {@code core}.
 */
@NullMarked
package io.headroom.reports;

import org.jspecify.annotations.NullMarked;
