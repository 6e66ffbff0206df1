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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies ahead of each group: the traffic that may reach it and how long a launch takes. */
final class Outlooks {
  /** The intensity is looked at this often within a window. */
  private static final long STEP_NANOS = 15 * SimTime.SECOND;

  private final Scenario scenario;
  private final List<Reach> reaches;

  /** Where requests go: to groups by their names, or to those of target groups. */
  private record Reach(Traffic traffic, Set<String> groups, Set<String> targetGroups) {
    boolean includes(AutoScalingGroupSpec group) {
      return groups.contains(group.name())
          || group.targetGroups().stream().anyMatch(targetGroups::contains);
    }
  }

  Outlooks(Scenario scenario) {
    this.scenario = scenario;
    Map<String, List<String>> targetGroups = new HashMap<>();
    for (LoadBalancerSpec balancer : scenario.loadBalancers()) {
      for (ForwardRule rule : balancer.forwards()) {
        add(targetGroups, balancer.name(), rule.targetGroup().name());
      }
    }
    Map<String, List<String>> groups = new HashMap<>();
    scenario.pollers().forEach(poller -> add(groups, poller.queue(), poller.group()));
    reaches =
        scenario.traffic().stream()
            .map(each -> new Reach(each, reached(groups, each), reached(targetGroups, each)))
            .toList();
  }

  private static void add(Map<String, List<String>> behind, String front, String name) {
    behind.computeIfAbsent(front, key -> new ArrayList<>()).add(name);
  }

  private static Set<String> reached(Map<String, List<String>> behind, Traffic traffic) {
    Set<String> names = new HashSet<>(behind.getOrDefault(traffic.to(), List.of()));
    names.add(traffic.to());
    return names;
  }

  Outlook of(AutoScalingGroupSpec group) {
    List<Traffic> traffic =
        reaches.stream().filter(each -> each.includes(group)).map(Reach::traffic).toList();
    double demandSeconds =
        traffic.stream().mapToDouble(t -> t.requests().demand().mean()).max().orElse(1);
    return new Outlook(
        (fromNanos, toNanos) -> peak(traffic, fromNanos, toNanos),
        unitsOf(group.launchConfiguration()) / Math.max(1e-9, demandSeconds),
        launchTime(group.launchConfiguration(), scenario.settings().timings()));
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
