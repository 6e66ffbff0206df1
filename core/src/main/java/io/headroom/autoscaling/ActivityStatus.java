package io.headroom.autoscaling;

/** How a scaling activity stands, in the words of the API. */
public enum ActivityStatus {
  /** The Spot request was made and not yet answered. */
  PENDING_SPOT_BID_PLACEMENT("PendingSpotBidPlacement"),
  /** Waits for the id of a Spot request. */
  WAITING_FOR_SPOT_INSTANCE_REQUEST_ID("WaitingForSpotInstanceRequestId"),
  /** Waits for a Spot instance. */
  WAITING_FOR_SPOT_INSTANCE_ID("WaitingForSpotInstanceId"),
  /** Waits for an instance. */
  WAITING_FOR_INSTANCE_ID("WaitingForInstanceId"),
  /** Launched, not yet in service. */
  PRE_IN_SERVICE("PreInService"),
  /** Under way. */
  IN_PROGRESS("InProgress"),
  /** Terminating, while requests under way may finish. */
  WAITING_FOR_ELB_CONNECTION_DRAINING("WaitingForELBConnectionDraining"),
  /** Terminating, while connections that are no load balancer's may finish. */
  WAITING_FOR_CONNECTION_DRAINING("WaitingForConnectionDraining"),
  /** A lifecycle hook holds the instance. */
  MID_LIFECYCLE_ACTION("MidLifecycleAction"),
  /** In service, while the instance warms up. */
  WAITING_FOR_INSTANCE_WARMUP("WaitingForInstanceWarmup"),
  /** Done. */
  SUCCESSFUL("Successful"),
  /** Ended without effect. */
  FAILED("Failed"),
  /** Given up before the end. */
  CANCELLED("Cancelled");

  private final String awsName;

  ActivityStatus(String awsName) {
    this.awsName = awsName;
  }

  /** Returns the status code of the API. */
  public String awsName() {
    return awsName;
  }
}
