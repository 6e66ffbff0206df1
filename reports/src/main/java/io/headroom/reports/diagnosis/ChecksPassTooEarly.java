package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/**
 * The health check passes while the application still starts, so that each launch brings requests
 * that are refused.
 *
 * <p>What is refused in a minute in which the instances were busy may be overload and does not
 * count, nor what is more than one instance's share of the load for as long as it starts.
 */
final class ChecksPassTooEarly implements Detector {
  private static final int OFTEN = 3;
  private static final double MOST = 0.8;
  private static final double BUSY = 0.9;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    Optional<Distribution> ready = group.launchConfiguration().service().ready();
    return ready.isEmpty() || result.group(group.name()).requests().rejected() == 0
        ? Optional.empty()
        : finding(result, group, ready.get());
  }

  private static Optional<Finding> finding(
      SimulationResult result, AutoScalingGroupSpec group, Distribution ready) {
    double[] refused = refusedWhileIdle(result, group);
    double windowSeconds = 2 * (Launches.bootSeconds(result, group) + ready.mean());
    BitSet near = new BitSet(refused.length);
    int launches = 0;
    double explained = 0;
    for (ScalingActivity launch : Launches.of(result, group)) {
      BitSet window = minutesAfter(launch, SimTime.nanosOf(windowSeconds), refused.length);
      near.or(window);
      double inWindow = sum(refused, window);
      launches += inWindow > 0 ? 1 : 0;
      explained += Math.min(inWindow, ready.mean() * shareOfOne(result, group, window));
    }
    return launches < OFTEN || explained < MOST * result.group(group.name()).requests().rejected()
        ? Optional.empty()
        : Optional.of(words(group, launches, sum(refused, near), ready));
  }

  /** The most requests a second that one of the instances can have had in these minutes. */
  private static double shareOfOne(
      SimulationResult result, AutoScalingGroupSpec group, BitSet minutes) {
    TimeSeries load = result.series("requestsPerSecond").orElseThrow();
    TimeSeries inService = result.series(group.name() + ".inService").orElseThrow();
    return minutes.stream()
        .mapToDouble(minute -> load.value(minute) / Math.max(1, inService.value(minute)))
        .max()
        .orElse(0);
  }

  private static BitSet minutesAfter(ScalingActivity launch, long lengthNanos, int minutes) {
    long startNanos = launch.endNanos().orElse(launch.startNanos());
    BitSet window = new BitSet(minutes);
    window.set(minute(startNanos), Math.min(minute(startNanos + lengthNanos) + 1, minutes));
    return window;
  }

  private static double sum(double[] values, BitSet minutes) {
    return minutes.stream().mapToDouble(minute -> values[minute]).sum();
  }

  /** The requests that were refused in each minute, none in one in which the group was busy. */
  private static double[] refusedWhileIdle(SimulationResult result, AutoScalingGroupSpec group) {
    TimeSeries perSecond = result.series("rejectedPerSecond").orElseThrow();
    TimeSeries utilisation = result.series(group.name() + ".utilisation").orElseThrow();
    double[] refused = new double[perSecond.size()];
    for (int minute = 0; minute < refused.length; minute++) {
      boolean busy = utilisation.value(minute) >= BUSY;
      refused[minute] = busy ? 0 : perSecond.value(minute) * SimTime.seconds(SimTime.MINUTE);
    }
    return refused;
  }

  private static int minute(long nanos) {
    return Math.toIntExact(nanos / SimTime.MINUTE);
  }

  private static Finding words(
      AutoScalingGroupSpec group, int launches, double refused, Distribution ready) {
    return new Finding(
        group.name(),
        "the health check passes before the application is ready",
        ("%,.0f requests were refused (502 from a load balancer) in the minutes after %d launches,"
                + " while the instances were not busy. A new instance passes its health check about"
                + " %s before its application serves, and gets its share of the requests at once."
                + " Let the health check ask the application itself, or hold the instance with a"
                + " launch hook until it is ready.")
            .formatted(
                refused,
                launches,
                Words.length(Duration.ofMillis(Math.round(1e3 * ready.mean())))));
  }
}
