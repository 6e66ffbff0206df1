package io.headroom.autoscaling.operations;

/** The operations that a group carries out; each throws what AWS would answer. */
public interface GroupApi {
  /** Sets the desired capacity. */
  void setDesired(GroupOperation.SetDesired request);

  /** Changes sizes and other settings. */
  void update(GroupOperation.UpdateGroup request);

  /** Takes running instances in. */
  void attach(GroupOperation.Attach request);

  /** Lets instances go that run on. */
  void detach(GroupOperation.Detach request);

  /** Takes instances out of service for a while. */
  void enterStandby(GroupOperation.EnterStandby request);

  /** Brings instances back into service. */
  void exitStandby(GroupOperation.ExitStandby request);

  /** Terminates instances. */
  void terminate(GroupOperation.Terminate request);

  /** Terminates instances in EC2. */
  void terminateInEc2(GroupOperation.TerminateInEc2 request);

  /** Protects instances from scale-in, or ceases to. */
  void protect(GroupOperation.Protect request);

  /** Suspends processes. */
  void suspend(GroupOperation.Suspend request);

  /** Resumes processes. */
  void resume(GroupOperation.Resume request);

  /** Sets the health of instances. */
  void setHealth(GroupOperation.SetHealth request);

  /** Completes lifecycle actions. */
  void completeAction(GroupOperation.CompleteAction request);

  /** Records heartbeats for lifecycle actions. */
  void heartbeat(GroupOperation.Heartbeat request);

  /** Deletes the group. */
  void delete(GroupOperation.Delete request);

  /** Starts a zonal shift. */
  void startZonalShift(GroupOperation.StartZonalShift request);

  /** Cancels a zonal shift. */
  void cancelZonalShift(GroupOperation.CancelZonalShift request);

  /** Starts an instance refresh. */
  void startRefresh(RefreshOperation.Start request);

  /** Cancels the instance refresh. */
  void cancelRefresh(RefreshOperation.Cancel request);

  /** Rolls the instance refresh back. */
  void rollBackRefresh(RefreshOperation.Rollback request);
}
