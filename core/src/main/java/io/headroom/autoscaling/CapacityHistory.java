package io.headroom.autoscaling;

import io.headroom.sim.TimeWeighted;

/** How the capacity of one group went over the run, in instances; every part weighted by time. */
public final class CapacityHistory {
  private final TimeWeighted desired;
  private final TimeWeighted pending = new TimeWeighted(0, 0);
  private final TimeWeighted inService = new TimeWeighted(0, 0);
  private final TimeWeighted terminating = new TimeWeighted(0, 0);

  CapacityHistory(int desired) {
    this.desired = new TimeWeighted(0, desired);
  }

  void desired(long nowNanos, int newDesired) {
    desired.set(nowNanos, newDesired);
  }

  void members(long nowNanos, int newPending, int newInService, int newTerminating) {
    pending.set(nowNanos, newPending);
    inService.set(nowNanos, newInService);
    terminating.set(nowNanos, newTerminating);
  }

  /** Returns the desired capacity. */
  public TimeWeighted desired() {
    return desired;
  }

  /** Returns the instances launched and not yet in service. */
  public TimeWeighted pending() {
    return pending;
  }

  /** Returns the instances in service. */
  public TimeWeighted inService() {
    return inService;
  }

  /** Returns the instances that drain or end. */
  public TimeWeighted terminating() {
    return terminating;
  }
}
