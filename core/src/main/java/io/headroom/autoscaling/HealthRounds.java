package io.headroom.autoscaling;

import io.headroom.autoscaling.AutoScaling.Environment;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * The looks of neighbouring groups at the health of their instances, which all begin at the start
 * of the run and follow each other at every round. A group that is at rest is passed over: nothing
 * has changed since it last found everybody healthy, so that a look would find the same.
 */
final class HealthRounds {
  private final Environment environment;
  private final List<HealthWatch> watches = new ArrayList<>();
  private boolean changed;

  HealthRounds(Environment environment) {
    this.environment = environment;
    environment.ec2().onChange(instance -> changed = true);
  }

  /** Lets a group take part; the first one starts the clock. */
  void add(HealthWatch watch, long intervalNanos) {
    watches.add(watch);
    if (watches.size() == 1) {
      long nowNanos = environment.simulator().nowNanos();
      environment
          .simulator()
          .repeat(
              nowNanos + intervalNanos, intervalNanos, Phase.EVALUATE, "health checks", this::look);
    }
  }

  private void look() {
    boolean anyChange = changed;
    changed = false;
    for (HealthWatch watch : watches) {
      if (anyChange || !watch.isAtRest()) {
        watch.look();
      }
    }
    environment.simulator().countEvents(watches.size() - 1);
  }
}
