package io.headroom.autoscaling;

import java.util.List;

/**
 * A policy that a clock asks.
 *
 * @param name the policy's name
 * @param clock when it is asked
 * @param decider decides, without memory
 */
record ClockedPolicy(String name, Trigger.Every clock, Decider decider) implements ScalingPolicy {
  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    return List.of(clock);
  }

  @Override
  public Decider newDecider() {
    return decider;
  }
}
