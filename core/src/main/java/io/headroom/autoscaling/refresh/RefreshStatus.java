package io.headroom.autoscaling.refresh;

/** How an instance refresh stands, in the words of the API (IR3). */
public enum RefreshStatus {
  /** Accepted, not yet begun. */
  PENDING("Pending"),
  /** Replacing instances. */
  IN_PROGRESS("InProgress"),
  /** All replaced; watched until the bake time is over. */
  BAKING("Baking"),
  /** Done. */
  SUCCESSFUL("Successful"),
  /** Ended before all were replaced. */
  FAILED("Failed"),
  /** Asked to end; what has begun is finished. */
  CANCELLING("Cancelling"),
  /** Ended on request; what was replaced stays. */
  CANCELLED("Cancelled"),
  /** Replacing again by what was there before. */
  ROLLBACK_IN_PROGRESS("RollbackInProgress"),
  /** Ended before all were replaced back. */
  ROLLBACK_FAILED("RollbackFailed"),
  /** All replaced back. */
  ROLLBACK_SUCCESSFUL("RollbackSuccessful");

  private final String awsName;

  RefreshStatus(String awsName) {
    this.awsName = awsName;
  }

  /** Returns the status of the API. */
  public String awsName() {
    return awsName;
  }

  /** Returns whether the refresh goes on, so that no other may start (IR2). */
  public boolean isActive() {
    return switch (this) {
      case PENDING, IN_PROGRESS, BAKING, CANCELLING, ROLLBACK_IN_PROGRESS -> true;
      case SUCCESSFUL, FAILED, CANCELLED, ROLLBACK_FAILED, ROLLBACK_SUCCESSFUL -> false;
    };
  }
}
