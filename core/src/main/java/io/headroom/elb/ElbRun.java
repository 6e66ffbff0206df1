package io.headroom.elb;

import io.headroom.sim.EventHandle;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.Simulator;
import java.time.Duration;

/** What the parts of Elastic Load Balancing share within one run. */
record ElbRun(Simulator simulator, RandomStreams random, ElbSettings settings, TrafficPlane plane) {

  long nowNanos() {
    return simulator.nowNanos();
  }

  EventHandle after(Duration delay, Phase phase, String name, Runnable action) {
    return after(delay.toNanos(), phase, name, action);
  }

  EventHandle after(long delayNanos, Phase phase, String name, Runnable action) {
    return simulator.schedule(simulator.nowNanos() + delayNanos, phase, name, action);
  }

  /**
   * DNS follows the health of the targets when clients' caches have expired, at the start at once.
   */
  void refreshDnsLater(LoadBalancer balancer) {
    boolean isStart = simulator.nowNanos() == 0;
    if (!isStart || balancer.planDnsAtStart()) {
      after(
          isStart ? 0 : LoadBalancer.DNS_TTL_NANOS,
          Phase.WORLD,
          "DNS of " + balancer.spec().name(),
          balancer::refreshDns);
    }
  }
}
