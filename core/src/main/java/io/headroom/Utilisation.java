package io.headroom;

import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceState;
import io.headroom.sim.Simulator;
import java.util.HashMap;
import java.util.Map;

/** The busy share of the vCPUs of a group's running instances, minute by minute. */
final class Utilisation {
  private final Ec2 ec2;
  private final Simulator simulator;
  private final Map<Instance, Long> busyBefore = new HashMap<>();

  Utilisation(Ec2 ec2, Simulator simulator) {
    this.ec2 = ec2;
    this.simulator = simulator;
  }

  /**
   * Returns the share since the last call for the group, in [0, 1]; NaN without running instances.
   *
   * @param group the group's name
   * @param lengthNanos the time since the last call
   */
  double of(String group, long lengthNanos) {
    double busy = 0;
    double possible = 0;
    for (Instance instance : ec2.live()) {
      if (instance.group().equals(group) && instance.state() == InstanceState.RUNNING) {
        long now = instance.server().busyNanos(simulator.nowNanos());
        Long before = busyBefore.put(instance, now);
        long ran = Math.min(lengthNanos, simulator.nowNanos() - instance.runningNanos());
        busy += now - (before == null ? 0 : before);
        possible += (double) ran * instance.server().busyUnits();
      }
    }
    busyBefore.keySet().removeIf(instance -> instance.state() == InstanceState.TERMINATED);
    return possible == 0 ? Double.NaN : busy / possible;
  }
}
