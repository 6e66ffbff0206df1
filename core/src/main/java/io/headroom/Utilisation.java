package io.headroom;

import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceState;
import io.headroom.sim.Simulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The busy share of the vCPUs of the running instances of each group, minute by minute. */
final class Utilisation {
  private final Ec2 ec2;
  private final Simulator simulator;
  private final Map<String, Share> shares = new LinkedHashMap<>();
  private List<Reading> readings = new ArrayList<>();

  Utilisation(Ec2 ec2, Simulator simulator) {
    this.ec2 = ec2;
    this.simulator = simulator;
  }

  /** What the running instances of one group did in the minute, and could have done. */
  private static final class Share {
    private double busy;
    private double possible;
  }

  /** How busy one instance had been when it was last looked at while it ran. */
  private static final class Reading {
    private final Instance instance;
    private final Share share;
    private long busyNanos;

    Reading(Instance instance, Share share) {
      this.instance = instance;
      this.share = share;
    }
  }

  /**
   * Takes in the minute that ends now.
   *
   * @param lengthNanos its length
   */
  void closeMinute(long lengthNanos) {
    follow();
    shares.values().forEach(share -> share.busy = 0);
    shares.values().forEach(share -> share.possible = 0);
    long nowNanos = simulator.nowNanos();
    for (Reading reading : readings) {
      Instance instance = reading.instance;
      if (instance.state() == InstanceState.RUNNING) {
        long busyNanos = instance.server().busyNanos(nowNanos);
        long ranNanos = Math.min(lengthNanos, nowNanos - instance.runningNanos());
        reading.share.busy += busyNanos - reading.busyNanos;
        reading.share.possible += (double) ranNanos * instance.server().busyUnits();
        reading.busyNanos = busyNanos;
      }
    }
  }

  /** Takes the live instances anew, in order of launch, if they are not those of the last time. */
  private void follow() {
    boolean same = readings.size() == ec2.live().size();
    for (int i = 0; same && i < readings.size(); i++) {
      same = readings.get(i).instance.state() != InstanceState.TERMINATED;
    }
    if (!same) {
      Map<Instance, Reading> known = new HashMap<>();
      readings.forEach(reading -> known.put(reading.instance, reading));
      readings = new ArrayList<>();
      for (Instance instance : ec2.live()) {
        readings.add(known.computeIfAbsent(instance, this::reading));
      }
    }
  }

  private Reading reading(Instance instance) {
    return new Reading(instance, shares.computeIfAbsent(instance.group(), key -> new Share()));
  }

  /**
   * Returns the share of a group in the minute that ended, in [0, 1]; NaN without running
   * instances.
   */
  double of(String group) {
    Share share = shares.get(group);
    return share == null || share.possible == 0 ? Double.NaN : share.busy / share.possible;
  }
}
