package io.headroom.policies.aws;

import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Trigger;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Simple scaling: one adjustment whenever an alarm goes off, then nothing until the activity and a
 * cooldown are over.
 *
 * <p>"Step and simple scaling policies for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User
 * Guide. The adjustment counts from the desired capacity.
 *
 * @param name the policy's name
 * @param alarms what asks it
 * @param adjustment the change
 * @param cooldown the wait after it; empty for the group's default cooldown
 */
public record SimpleScaling(
    String name, AlarmTriggers alarms, Adjustment adjustment, Optional<Duration> cooldown)
    implements ScalingPolicy {

  /**
   * Checks the adjustment.
   *
   * @throws AutoScalingException if AWS would refuse it
   */
  public SimpleScaling {
    AutoScalingException.require("policy " + name, adjustment.refusals());
  }

  /** Starts a policy that alarms in state ALARM ask. */
  public static Builder on(AlarmSpec... alarms) {
    return new Builder(AlarmTriggers.on(alarms));
  }

  /** Alarms in search of an adjustment. */
  public static final class Builder {
    private final AlarmTriggers alarms;

    private Builder(AlarmTriggers alarms) {
      this.alarms = alarms;
    }

    /** Returns the policy that makes this adjustment, called {@code simple} and the change. */
    public SimpleScaling adjust(Adjustment adjustment) {
      return new SimpleScaling("simple " + adjustment, alarms, adjustment, Optional.empty());
    }

    /** Returns the policy that adds so many instances, or takes them away. */
    public SimpleScaling change(int instances) {
      return adjust(Adjustment.change(instances));
    }
  }

  /** Returns a copy with another name. */
  public SimpleScaling named(String newName) {
    return new SimpleScaling(newName, alarms, adjustment, cooldown);
  }

  /** Returns a copy with a cooldown of its own. */
  public SimpleScaling cooldown(Duration newCooldown) {
    return new SimpleScaling(name, alarms, adjustment, Optional.of(newCooldown));
  }

  /** Returns a copy that another alarm asks too, in a state of its own. */
  public SimpleScaling and(AlarmSpec alarm, AlarmState state) {
    return new SimpleScaling(name, alarms.and(alarm, state), adjustment, cooldown);
  }

  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    return alarms.of(group);
  }

  @Override
  public Decider newDecider() {
    return this::decide;
  }

  @Override
  public Pacing pacing() {
    return new Pacing.Cooldown(cooldown);
  }

  private ScalingDecision decide(ScalingContext context) {
    int desired = context.capacity().desired();
    return ScalingDecision.capacity(
        adjustment.applyTo(desired), "%d desired, %s".formatted(desired, adjustment));
  }
}
