package io.headroom.policies.baseline;

import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScalingPolicyProvider;
import io.headroom.autoscaling.Trigger;
import io.headroom.sim.Settings;
import java.time.Duration;
import java.util.List;

/**
 * No scaling: the same capacity from the first minute to the last. What every policy has to beat.
 *
 * @param name the policy's name
 * @param capacity the capacity, at least 0
 */
public record FixedCapacity(String name, int capacity) implements ScalingPolicy {
  /**
   * Checks the capacity.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public FixedCapacity {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must not be negative, was " + capacity);
    }
  }

  /** Returns the policy for a capacity, called {@code fixed} and the capacity. */
  public static FixedCapacity of(int capacity) {
    return new FixedCapacity("fixed " + capacity, capacity);
  }

  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    return List.of(Trigger.every(Duration.ofMinutes(1)));
  }

  @Override
  public Decider newDecider() {
    return context -> ScalingDecision.capacity(capacity, "always " + capacity);
  }

  /** Reads {@code fixed: {capacity: 4}}. */
  public static final class Provider implements ScalingPolicyProvider {
    @Override
    public String key() {
      return "fixed";
    }

    @Override
    public ScalingPolicy create(String name, Settings settings) {
      double capacity = settings.number("capacity", 1);
      if (capacity < 0 || capacity > Integer.MAX_VALUE || capacity != StrictMath.rint(capacity)) {
        settings.problem("capacity", "must be a whole number from 0 on, was " + capacity);
        return new FixedCapacity(name, 1);
      }
      return new FixedCapacity(name, (int) capacity);
    }
  }
}
