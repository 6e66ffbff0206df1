package io.headroom.autoscaling;

import io.headroom.sim.Phase;
import io.headroom.sim.Simulator;

/**
 * The clocks that neighbouring groups share.
 *
 * @param health looks at the health of the instances
 * @param zones looks at the balance of the zones
 * @param metrics publishes the metrics of the groups
 */
record GroupClocks(Rounds health, Rounds zones, Rounds metrics) {

  static GroupClocks of(Simulator simulator) {
    return new GroupClocks(
        new Rounds(simulator, Phase.EVALUATE, "health checks"),
        new Rounds(simulator, Phase.EVALUATE, "balance of zones"),
        new Rounds(simulator, Phase.MEASURE, "group metrics"));
  }
}
