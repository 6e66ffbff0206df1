package io.headroom.autoscaling.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/**
 * A state of an instance in its group.
 *
 * <p>"Amazon EC2 Auto Scaling instance lifecycle", Amazon EC2 Auto Scaling User Guide, and
 * "Instance", Amazon EC2 Auto Scaling API Reference. Left out are {@code Quarantined}, which AWS
 * never produces, and the replacement of root volumes.
 */
public enum LifecycleState {
  /** Launched, not yet in service. */
  PENDING("Pending", Kind.PENDING),
  /** Waits for its launch hooks. */
  PENDING_WAIT("Pending:Wait", Kind.PENDING),
  /** Its launch hooks are done. */
  PENDING_PROCEED("Pending:Proceed", Kind.PENDING),
  /** In service. */
  IN_SERVICE("InService", Kind.IN_SERVICE),
  /** On its way out: draining, then ending. */
  TERMINATING("Terminating", Kind.TERMINATING),
  /** Waits for its terminate hooks. */
  TERMINATING_WAIT("Terminating:Wait", Kind.TERMINATING),
  /** Its terminate hooks are done. */
  TERMINATING_PROCEED("Terminating:Proceed", Kind.TERMINATING),
  /** Kept, because its terminate hook was abandoned; no part of the group's capacity. */
  TERMINATING_RETAINED("Terminating:Retained", Kind.RETAINED),
  /** Gone. */
  TERMINATED("Terminated", Kind.GONE),
  /** Leaves the group, and goes on running. */
  DETACHING("Detaching", Kind.MOVING),
  /** Runs, no longer in the group. */
  DETACHED("Detached", Kind.GONE),
  /** Drains, on its way to standby. */
  ENTERING_STANDBY("EnteringStandby", Kind.MOVING),
  /** In the group, not serving, not checked. */
  STANDBY("Standby", Kind.STANDBY),
  /** On its way into the warm pool. */
  WARMED_PENDING("Warmed:Pending", Kind.WARMING),
  /** Waits for hooks, on its way into the warm pool. */
  WARMED_PENDING_WAIT("Warmed:Pending:Wait", Kind.WARMING),
  /** Hooks are done, on its way into the warm pool. */
  WARMED_PENDING_PROCEED("Warmed:Pending:Proceed", Kind.WARMING),
  /** Kept, because a hook was abandoned on its way into the warm pool. */
  WARMED_PENDING_RETAINED("Warmed:Pending:Retained", Kind.RETAINED),
  /** In the warm pool, stopped. */
  WARMED_STOPPED("Warmed:Stopped", Kind.WARMED),
  /** In the warm pool, running. */
  WARMED_RUNNING("Warmed:Running", Kind.WARMED),
  /** In the warm pool, hibernated. */
  WARMED_HIBERNATED("Warmed:Hibernated", Kind.WARMED),
  /** On its way out of the warm pool for good. */
  WARMED_TERMINATING("Warmed:Terminating", Kind.COOLING),
  /** Waits for its terminate hooks, out of the warm pool. */
  WARMED_TERMINATING_WAIT("Warmed:Terminating:Wait", Kind.COOLING),
  /** Its terminate hooks are done, out of the warm pool. */
  WARMED_TERMINATING_PROCEED("Warmed:Terminating:Proceed", Kind.COOLING),
  /** Kept, because its terminate hook was abandoned. */
  WARMED_TERMINATING_RETAINED("Warmed:Terminating:Retained", Kind.RETAINED),
  /** Gone from the warm pool. */
  WARMED_TERMINATED("Warmed:Terminated", Kind.GONE);

  private final String awsName;
  private final Kind kind;

  LifecycleState(String awsName, Kind kind) {
    this.awsName = awsName;
    this.kind = kind;
  }

  /** What a state means for the capacity of the group. */
  public enum Kind {
    /** Will be in service; counts as actual capacity. */
    PENDING,
    /** In service; counts as actual capacity. */
    IN_SERVICE,
    /** Leaves for good. */
    TERMINATING,
    /** Leaves the service and goes on running. */
    MOVING,
    /** In the group without serving. */
    STANDBY,
    /** On its way into the warm pool. */
    WARMING,
    /** In the warm pool. */
    WARMED,
    /** On its way out of the warm pool for good. */
    COOLING,
    /** Kept after an abandoned hook; billed, counted nowhere. */
    RETAINED,
    /** No longer in the group. */
    GONE
  }

  /** Returns AWS's name of the state. */
  public String awsName() {
    return awsName;
  }

  /** Returns what the state means for the capacity. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether an instance can go from this state to the other one directly. */
  public boolean canBecome(LifecycleState next) {
    return Transitions.allowed(this, next);
  }

  /** Returns the state with AWS's name; empty if there is none, or it is left out. */
  public static Optional<LifecycleState> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }
}
