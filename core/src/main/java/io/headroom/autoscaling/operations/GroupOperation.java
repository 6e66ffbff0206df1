package io.headroom.autoscaling.operations;

import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that a user does to a group.
 *
 * <p>The operations of the same names, Amazon EC2 Auto Scaling API Reference. The text of an
 * operation is what the ledger says about it.
 */
public interface GroupOperation {
  /**
   * Does it.
   *
   * @throws io.headroom.autoscaling.refusal.AutoScalingException if AWS would refuse it; then
   *     nothing changes
   */
  void applyTo(GroupApi group);

  /** Whether a running cooldown stands in the way. */
  enum Cooldown {
    /** {@code HonorCooldown} is true. */
    HONOR,
    /** The default. */
    IGNORE
  }

  /** Whether the desired capacity follows the instances that leave. */
  enum Decrement {
    /** {@code ShouldDecrementDesiredCapacity} is true: nothing is launched in their place. */
    DESIRED,
    /** It stays, and replacements are launched. */
    NONE
  }

  /** What the health of an instance is set to. */
  enum Health {
    /** {@code Healthy}. */
    HEALTHY,
    /** {@code Unhealthy}. */
    UNHEALTHY
  }

  /** Whether a grace period protects an instance from being set unhealthy. */
  enum Grace {
    /** {@code ShouldRespectGracePeriod} is true; the default. */
    RESPECT,
    /** It is false. */
    IGNORE
  }

  /** How a group is deleted. */
  enum Deletion {
    /** Only without instances and activities. */
    ORDERLY,
    /** {@code ForceDelete}: with its instances, without hooks. */
    FORCE
  }

  /** {@code SetDesiredCapacity}. */
  record SetDesired(int capacity, Cooldown cooldown) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.setDesired(this);
    }

    @Override
    public String toString() {
      String honoring = cooldown == Cooldown.HONOR ? ", honoring the cooldown" : "";
      return "sets the desired capacity to " + capacity + honoring;
    }
  }

  /** {@code UpdateAutoScalingGroup}; what is empty or absent is kept (UP1). */
  record UpdateGroup(
      OptionalInt minimum, OptionalInt maximum, OptionalInt desired, List<SettingChange> settings)
      implements GroupOperation {
    /** Copies the list. */
    public UpdateGroup {
      settings = List.copyOf(settings);
    }

    /** Returns an update of sizes. */
    public static UpdateGroup sizes(OptionalInt minimum, OptionalInt maximum, OptionalInt desired) {
      return new UpdateGroup(minimum, maximum, desired, List.of());
    }

    /** Returns an update of other settings. */
    public static UpdateGroup settings(SettingChange... settings) {
      OptionalInt kept = OptionalInt.empty();
      return new UpdateGroup(kept, kept, kept, List.of(settings));
    }

    @Override
    public void applyTo(GroupApi group) {
      group.update(this);
    }

    @Override
    public String toString() {
      String sizes =
          "updates the group to min: %s, max: %s, desired: %s"
              .formatted(text(minimum), text(maximum), text(desired));
      return settings.stream().map(each -> ", " + each).collect(Collectors.joining("", sizes, ""));
    }

    private static String text(OptionalInt size) {
      return size.isPresent() ? Integer.toString(size.getAsInt()) : "kept";
    }
  }

  /**
   * {@code AttachInstances}: instances that were detached before come first, then ones that ran
   * outside the group until now.
   */
  record Attach(int count) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.attach(this);
    }

    @Override
    public String toString() {
      return "attaches " + count;
    }
  }

  /** {@code DetachInstances}. */
  record Detach(InstanceChoice instances, Decrement decrement) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.detach(this);
    }

    @Override
    public String toString() {
      return "detaches " + instances + text(decrement);
    }
  }

  /** {@code EnterStandby}. */
  record EnterStandby(InstanceChoice instances, Decrement decrement) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.enterStandby(this);
    }

    @Override
    public String toString() {
      return "moves " + instances + " to standby" + text(decrement);
    }
  }

  /** {@code ExitStandby}. */
  record ExitStandby(InstanceChoice instances) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.exitStandby(this);
    }

    @Override
    public String toString() {
      return "moves " + instances + " out of standby";
    }
  }

  /** {@code TerminateInstanceInAutoScalingGroup}, once for each instance. */
  record Terminate(InstanceChoice instances, Decrement decrement) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.terminate(this);
    }

    @Override
    public String toString() {
      return "terminates " + instances + text(decrement);
    }
  }

  /** {@code TerminateInstances} of EC2, behind the back of the group (MA4). */
  record TerminateInEc2(InstanceChoice instances) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.terminateInEc2(this);
    }

    @Override
    public String toString() {
      return "terminates " + instances + " in EC2";
    }
  }

  /** {@code SetInstanceProtection}. */
  record Protect(InstanceChoice instances, boolean fromScaleIn) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.protect(this);
    }

    @Override
    public String toString() {
      return (fromScaleIn ? "protects " : "no longer protects ") + instances + " from scale-in";
    }
  }

  /** {@code SuspendProcesses}. */
  record Suspend(Set<ScalingProcess> processes) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.suspend(this);
    }

    @Override
    public String toString() {
      return "suspends " + names(processes);
    }
  }

  /** {@code ResumeProcesses}. */
  record Resume(Set<ScalingProcess> processes) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.resume(this);
    }

    @Override
    public String toString() {
      return "resumes " + names(processes);
    }
  }

  /** {@code SetInstanceHealth}. */
  record SetHealth(InstanceChoice instances, Health health, Grace grace) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.setHealth(this);
    }

    @Override
    public String toString() {
      return "sets the health of %s to %s"
          .formatted(instances, health == Health.HEALTHY ? "Healthy" : "Unhealthy");
    }
  }

  /** {@code CompleteLifecycleAction}, for instances that a hook holds. */
  record CompleteAction(String hook, InstanceChoice instances, HookResult result)
      implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.completeAction(this);
    }

    @Override
    public String toString() {
      return "completes hook %s for %s with %s".formatted(hook, instances, result);
    }
  }

  /** {@code RecordLifecycleActionHeartbeat}, for instances that a hook holds. */
  record Heartbeat(String hook, InstanceChoice instances) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.heartbeat(this);
    }

    @Override
    public String toString() {
      return "records a heartbeat of hook %s for %s".formatted(hook, instances);
    }
  }

  /** {@code StartZonalShift} of Application Recovery Controller, for some time. */
  record StartZonalShift(String zone, Duration length) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.startZonalShift(this);
    }

    @Override
    public String toString() {
      return "starts a zonal shift away from %s for %d s".formatted(zone, length.toSeconds());
    }
  }

  /** {@code CancelZonalShift}. */
  record CancelZonalShift(String zone) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.cancelZonalShift(this);
    }

    @Override
    public String toString() {
      return "cancels the zonal shift away from " + zone;
    }
  }

  /** {@code DeleteAutoScalingGroup}. */
  record Delete(Deletion deletion) implements GroupOperation {
    @Override
    public void applyTo(GroupApi group) {
      group.delete(this);
    }

    @Override
    public String toString() {
      return deletion == Deletion.FORCE ? "deletes the group by force" : "deletes the group";
    }
  }

  private static String text(Decrement decrement) {
    return decrement == Decrement.DESIRED ? " and decrements the desired capacity" : "";
  }

  private static String names(Set<ScalingProcess> processes) {
    return processes.stream()
        .sorted()
        .map(ScalingProcess::awsName)
        .collect(Collectors.joining(", "));
  }
}
