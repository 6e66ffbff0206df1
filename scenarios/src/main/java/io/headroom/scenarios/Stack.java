package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudformation.ImportedStack;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sqs.QueueSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the template of a scenario holds, by the ids that the scenario file uses.
 *
 * @param state whether everything is known
 * @param groups the groups by logical id
 * @param loadBalancers the load balancers
 * @param alarms the alarms that drive no policy
 * @param queues the queues
 * @param compositeAlarms the alarms whose state follows from those of others
 */
record Stack(
    State state,
    Map<String, AutoScalingGroupSpec> groups,
    List<LoadBalancerSpec> loadBalancers,
    List<AlarmSpec> alarms,
    List<QueueSpec> queues,
    List<CompositeAlarmSpec> compositeAlarms) {

  /** Whether the template could be read. */
  enum State {
    /** The template was understood. */
    COMPLETE,
    /** The template has errors; what refers to it cannot be checked. */
    BROKEN
  }

  /** The stack of a template that could not be read. */
  static final Stack NONE =
      new Stack(State.BROKEN, Map.of(), List.of(), List.of(), List.of(), List.of());

  /** Returns what a template holds that could be imported; nothing if it has errors. */
  static Stack of(ImportedStack stack) {
    return stack.hasErrors()
        ? NONE
        : new Stack(
            State.COMPLETE,
            stack.groups(),
            stack.loadBalancers(),
            stack.alarms(),
            stack.queues(),
            stack.compositeAlarms());
  }

  boolean isComplete() {
    return state == State.COMPLETE;
  }

  /** Returns where workloads can send their requests. */
  Destinations destinations() {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> entrances = new LinkedHashSet<>();
    Set<String> balanced = new LinkedHashSet<>();
    for (LoadBalancerSpec balancer : loadBalancers) {
      names.put(balancer.name(), balancer.name());
      entrances.add(balancer.name());
      balancer.forwards().forEach(forward -> balanced.add(forward.targetGroup().name()));
    }
    balanced.forEach(name -> names.putIfAbsent(name, name));
    groups.forEach(
        (id, group) -> {
          names.put(id, group.name());
          if (group.targetGroups().stream().noneMatch(balanced::contains)) {
            entrances.add(id);
          }
        });
    for (QueueSpec queue : queues) {
      names.put(queue.name(), queue.name());
    }
    return new Destinations(state, names, List.copyOf(entrances));
  }

  /** Returns all zones of the groups and load balancers, each once. */
  List<String> zones() {
    Set<String> zones = new LinkedHashSet<>();
    groups.values().forEach(group -> zones.addAll(group.zones()));
    loadBalancers.forEach(balancer -> zones.addAll(balancer.zones()));
    return List.copyOf(zones);
  }
}
