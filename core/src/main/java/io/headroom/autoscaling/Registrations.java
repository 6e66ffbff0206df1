package io.headroom.autoscaling;

import io.headroom.ec2.Instance;
import io.headroom.elb.TargetGroup;
import io.headroom.elb.TargetHealth;
import io.headroom.sim.Phase;
import java.util.List;

/** The target groups, and Classic Load Balancers, that the instances of one group register with. */
record Registrations(List<TargetGroup> targetGroups) {

  void register(Instance instance) {
    targetGroups.forEach(targetGroup -> targetGroup.register(instance));
  }

  void registerHealthy(Instance instance) {
    targetGroups.forEach(targetGroup -> targetGroup.registerHealthy(instance));
  }

  /** Deregisters an instance as the other does, also where there is no target group at all. */
  void deregister(Instance instance, Runnable drained, GroupRun run) {
    if (isEmpty()) {
      run.after(0, Phase.ACT, instance + " drained", drained);
    } else {
      deregister(instance, drained);
    }
  }

  /** Deregisters an instance; the action runs once the last of the target groups has drained it. */
  void deregister(Instance instance, Runnable drained) {
    int[] draining = {targetGroups.size()};
    Runnable one =
        () -> {
          draining[0]--;
          if (draining[0] == 0) {
            drained.run();
          }
        };
    targetGroups.forEach(targetGroup -> targetGroup.deregister(instance, one));
  }

  /** Tells somebody whenever a target group changes what it thinks of any target. */
  void onChange(Runnable listener) {
    targetGroups.forEach(targetGroup -> targetGroup.onChange(listener));
  }

  boolean isEmpty() {
    return targetGroups.isEmpty();
  }

  /** Returns whether a target group whose verdict counts reports the instance unhealthy (HC6). */
  boolean reportUnhealthy(Instance instance) {
    return targetGroups.stream()
        .filter(TargetGroup::hasPassedCheck)
        .anyMatch(targetGroup -> targetGroup.health(instance) == TargetHealth.UNHEALTHY);
  }

  /** Returns whether every target group that checks the instance holds it healthy. */
  boolean reportHealthy(Instance instance) {
    return targetGroups.stream()
        .map(targetGroup -> targetGroup.health(instance))
        .allMatch(health -> health == TargetHealth.HEALTHY || health == TargetHealth.UNUSED);
  }
}
