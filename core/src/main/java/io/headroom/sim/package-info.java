/**
 * The simulation kernel: one clock, one queue of control events, named random streams, laws of
 * durations and time-weighted values.
 *
 * <p>Imports the JDK only. Everything that happens in a run happens because {@link
 * io.headroom.sim.Simulator} moved the clock to its time.
 */
@NullMarked
package io.headroom.sim;

import org.jspecify.annotations.NullMarked;
