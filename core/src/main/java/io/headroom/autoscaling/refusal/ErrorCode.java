package io.headroom.autoscaling.refusal;

/**
 * The error codes of EC2 Auto Scaling, as they stand on the wire: without the suffix "Fault".
 *
 * <p>Amazon EC2 Auto Scaling API Reference, section "Errors" of each operation, and "Common
 * Errors".
 */
public enum ErrorCode {
  /** A parameter is wrong, or names what does not exist. */
  VALIDATION_ERROR("ValidationError", 400),
  /** A group, launch configuration or scheduled action of this kind exists. */
  ALREADY_EXISTS("AlreadyExists", 400),
  /** A quota of the account is used up. */
  LIMIT_EXCEEDED("LimitExceeded", 400),
  /** A launch configuration or group is in use. */
  RESOURCE_IN_USE("ResourceInUse", 400),
  /** Activities are in progress, or a cooldown runs that the request wants to honour. */
  SCALING_ACTIVITY_IN_PROGRESS("ScalingActivityInProgress", 400),
  /** An instance refresh is in progress. */
  INSTANCE_REFRESH_IN_PROGRESS("InstanceRefreshInProgress", 400),
  /** There is no instance refresh to cancel or to roll back. */
  ACTIVE_INSTANCE_REFRESH_NOT_FOUND("ActiveInstanceRefreshNotFound", 400),
  /** The instance refresh cannot be rolled back. */
  IRREVERSIBLE_INSTANCE_REFRESH("IrreversibleInstanceRefresh", 400),
  /** A client token was used with other parameters before. */
  IDEMPOTENT_PARAMETER_MISMATCH("IdempotentParameterMismatch", 400),
  /** A token of paging is not valid. */
  INVALID_NEXT_TOKEN("InvalidNextToken", 400),
  /** Another update is pending; every operation declares it, and it is never produced here. */
  RESOURCE_CONTENTION("ResourceContention", 500),
  /** The service-linked role is not ready; never produced here. */
  SERVICE_LINKED_ROLE_FAILURE("ServiceLinkedRoleFailure", 500);

  private final String awsName;
  private final int httpStatus;

  ErrorCode(String awsName, int httpStatus) {
    this.awsName = awsName;
    this.httpStatus = httpStatus;
  }

  /** Returns the code on the wire, such as {@code ValidationError}. */
  public String awsName() {
    return awsName;
  }

  /** Returns the status of the HTTP answer. */
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String toString() {
    return awsName;
  }
}
