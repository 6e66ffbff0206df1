package io.headroom;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.cloudwatch.composite.CompositeAlarms;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sqs.PollerSpec;
import io.headroom.sqs.QueueSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what keeps the parts of a scenario from fitting together. */
final class ScenarioProblems {
  private final Scenario scenario;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> loadBalancers = new LinkedHashSet<>();
  private final Set<String> targetGroups = new LinkedHashSet<>();
  private final Set<String> groups = new LinkedHashSet<>();
  private final Set<String> queues = new LinkedHashSet<>();

  private ScenarioProblems(Scenario scenario) {
    this.scenario = scenario;
  }

  static List<String> of(Scenario scenario) {
    ScenarioProblems checks = new ScenarioProblems(scenario);
    checks.checkNames();
    checks.checkGroups();
    checks.checkTraffic();
    checks.checkQueues();
    checks.checkTimes();
    checks.checkCompositeAlarms();
    checks.problems.addAll(PolicyProblems.of(scenario));
    return checks.problems;
  }

  private void checkNames() {
    for (LoadBalancerSpec balancer : scenario.loadBalancers()) {
      unique(loadBalancers, "load balancer", balancer.name());
      for (ForwardRule rule : balancer.forwards()) {
        unique(targetGroups, "target group", rule.targetGroup().name());
      }
    }
    scenario.groups().forEach(group -> unique(groups, "group", group.name()));
    scenario.queues().forEach(queue -> unique(queues, "queue", queue.name()));
  }

  private void unique(Set<String> names, String kind, String name) {
    if (!names.add(name)) {
      problems.add("two %ss are called %s; names must be unique".formatted(kind, name));
    }
  }

  private void checkGroups() {
    if (scenario.groups().isEmpty()) {
      problems.add("there is no Auto Scaling group; at least one is needed");
    }
    for (AutoScalingGroupSpec group : scenario.groups()) {
      for (String target : group.targetGroups()) {
        known(targetGroups, "group " + group.name() + ": target group", target);
      }
      Set<String> policies = new HashSet<>();
      for (ScalingPolicy policy : group.policies()) {
        unique(policies, "policies of group " + group.name() + " that", policy.name());
      }
    }
  }

  /** Alarms of policies get their names in the run, which refuses what does not exist then. */
  private void checkCompositeAlarms() {
    for (CompositeAlarmSpec alarm : scenario.compositeAlarms()) {
      alarm.problems().forEach(p -> problems.add("composite alarm " + alarm.name() + ": " + p));
    }
    CompositeAlarms.circle(scenario.compositeAlarms())
        .ifPresent(
            members ->
                problems.add(
                    "the composite alarms %s depend on each other in a circle"
                        .formatted(String.join(", ", members))));
  }

  private void checkTraffic() {
    Set<String> places = new LinkedHashSet<>(loadBalancers);
    places.addAll(targetGroups);
    places.addAll(groups);
    places.addAll(queues);
    for (Traffic traffic : scenario.traffic()) {
      known(places, "traffic " + traffic.workload().name() + ": destination", traffic.to());
    }
  }

  private void checkQueues() {
    for (QueueSpec queue : scenario.queues()) {
      queue
          .redrive()
          .ifPresent(
              redrive ->
                  known(
                      queues,
                      "queue " + queue.name() + ": dead-letter queue",
                      redrive.deadLetterQueue()));
    }
    for (PollerSpec poller : scenario.pollers()) {
      known(groups, "poller of queue " + poller.queue() + ": group", poller.group());
      known(queues, "poller of group " + poller.group() + ": queue", poller.queue());
    }
  }

  private void known(Set<String> names, String what, String name) {
    if (!names.contains(name)) {
      String allowed = names.isEmpty() ? "there are none" : "known are " + String.join(", ", names);
      problems.add("%s %s does not exist; %s".formatted(what, name, allowed));
    }
  }

  private void checkTimes() {
    if (scenario.duration().isNegative() || scenario.duration().isZero()) {
      problems.add("duration must be positive, was " + scenario.duration());
    }
    if (scenario.replication() < 0) {
      problems.add("replication must not be negative, was " + scenario.replication());
    }
    for (Fault fault : scenario.faults()) {
      if (fault.at().isNegative() || fault.length().isNegative()) {
        problems.add("a fault must not begin or last negatively, was " + fault);
      }
    }
  }
}
