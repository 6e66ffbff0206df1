package io.headroom;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.Outlook;
import io.headroom.autoscaling.Timings;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.List;

/** What lies ahead of each group: the traffic that may reach it and how long a launch takes. */
final class Outlooks {
  /** The intensity is looked at this often within a window. */
  private static final long STEP_NANOS = 15 * SimTime.SECOND;

  private final Scenario scenario;

  Outlooks(Scenario scenario) {
    this.scenario = scenario;
  }

  Outlook of(AutoScalingGroupSpec group) {
    List<Traffic> traffic = scenario.traffic().stream().filter(t -> reaches(t, group)).toList();
    double demandSeconds =
        traffic.stream().mapToDouble(t -> t.requests().demand().mean()).max().orElse(1);
    return new Outlook(
        (fromNanos, toNanos) -> peak(traffic, fromNanos, toNanos),
        unitsOf(group.launchConfiguration()) / Math.max(1e-9, demandSeconds),
        launchTime(group.launchConfiguration(), scenario.settings().timings()));
  }

  private boolean reaches(Traffic traffic, AutoScalingGroupSpec group) {
    return traffic.to().equals(group.name())
        || scenario.pollers().stream()
            .anyMatch(p -> p.queue().equals(traffic.to()) && p.group().equals(group.name()))
        || group.targetGroups().contains(traffic.to())
        || scenario.loadBalancers().stream()
            .filter(balancer -> balancer.name().equals(traffic.to()))
            .anyMatch(balancer -> forwardsTo(balancer, group));
  }

  private static boolean forwardsTo(LoadBalancerSpec balancer, AutoScalingGroupSpec group) {
    return balancer.forwards().stream()
        .map(ForwardRule::targetGroup)
        .anyMatch(targets -> group.targetGroups().contains(targets.name()));
  }

  private static double peak(List<Traffic> traffic, long fromNanos, long toNanos) {
    double highest = 0;
    for (long nanos = fromNanos; nanos < toNanos; nanos += STEP_NANOS) {
      double sum = 0;
      for (Traffic each : traffic) {
        sum += each.workload().requestsPerSecond(nanos);
      }
      highest = Math.max(highest, sum);
    }
    return highest;
  }

  /** How many requests an instance works on at full speed. */
  private static int unitsOf(LaunchConfiguration launch) {
    int vCpus = launch.type().vCpus();
    return launch.service().discipline() == Discipline.PROCESSOR_SHARING
        ? vCpus
        : launch.service().workers().workers(vCpus);
  }

  private static Duration launchTime(LaunchConfiguration launch, Timings timings) {
    double beforeRunning =
        timings.reconcileDelay().mean()
            + timings.ec2CallDelay().mean()
            + timings.pendingToRunning().mean();
    double boot = launch.bootTime().orElse(timings.guestReady()).mean();
    double running = Math.max(boot, timings.runningToInService().mean());
    return Duration.ofNanos(SimTime.nanosOf(beforeRunning + running));
  }
}
