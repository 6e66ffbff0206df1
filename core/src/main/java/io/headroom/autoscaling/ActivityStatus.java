package io.headroom.autoscaling;

/** How a scaling activity stands, in the words of the API. */
public enum ActivityStatus {
  /** Launched, not yet in service. */
  PRE_IN_SERVICE("PreInService"),
  /** Under way. */
  IN_PROGRESS("InProgress"),
  /** Terminating, while requests under way may finish. */
  WAITING_FOR_ELB_CONNECTION_DRAINING("WaitingForELBConnectionDraining"),
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
