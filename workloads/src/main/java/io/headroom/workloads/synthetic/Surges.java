package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import io.headroom.workloads.RateFunction;

/**
 * What any rate of a scenario file may carry on top: {@code flash-crowds} and {@code spikes}, lists
 * of surges that multiply the rate.
 */
final class Surges {
  private Surges() {}

  static RateFunction over(RateFunction normal, Settings settings) {
    RateFunction rate = normal;
    for (Settings crowd : settings.list("flash-crowds")) {
      rate = rate.times(FlashCrowd.read(crowd).factor());
    }
    for (Settings spike : settings.list("spikes")) {
      rate = rate.times(Spike.read(spike).factor());
    }
    return rate;
  }
}
