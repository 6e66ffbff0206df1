/**
 * The facade: a {@link io.headroom.Scenario} goes in, a {@link io.headroom.Simulation} runs it
 * once, a {@link io.headroom.SimulationResult} comes out.
 *
 * <p>Imports every other package of the module {@code core}; nothing in {@code core} imports it.
 */
@NullMarked
package io.headroom;

import org.jspecify.annotations.NullMarked;
