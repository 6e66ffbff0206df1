package io.headroom.autoscaling.refusal;

import static io.headroom.autoscaling.refusal.ErrorCode.ACTIVE_INSTANCE_REFRESH_NOT_FOUND;
import static io.headroom.autoscaling.refusal.ErrorCode.ALREADY_EXISTS;
import static io.headroom.autoscaling.refusal.ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH;
import static io.headroom.autoscaling.refusal.ErrorCode.INSTANCE_REFRESH_IN_PROGRESS;
import static io.headroom.autoscaling.refusal.ErrorCode.IRREVERSIBLE_INSTANCE_REFRESH;
import static io.headroom.autoscaling.refusal.ErrorCode.LIMIT_EXCEEDED;
import static io.headroom.autoscaling.refusal.ErrorCode.RESOURCE_CONTENTION;
import static io.headroom.autoscaling.refusal.ErrorCode.RESOURCE_IN_USE;
import static io.headroom.autoscaling.refusal.ErrorCode.SCALING_ACTIVITY_IN_PROGRESS;
import static io.headroom.autoscaling.refusal.ErrorCode.SERVICE_LINKED_ROLE_FAILURE;
import static io.headroom.autoscaling.refusal.ErrorCode.VALIDATION_ERROR;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;

/**
 * The operations that change something, with the error codes that each declares.
 *
 * <p>Amazon EC2 Auto Scaling API Reference, section "Errors" of each operation. Every operation may
 * answer {@code ValidationError}, a common error, and {@code ResourceContention}.
 */
public enum ApiOperation {
  /** Creates a group. */
  CREATE_AUTO_SCALING_GROUP(ALREADY_EXISTS, LIMIT_EXCEEDED, SERVICE_LINKED_ROLE_FAILURE),
  /** Changes a group. */
  UPDATE_AUTO_SCALING_GROUP(SCALING_ACTIVITY_IN_PROGRESS, SERVICE_LINKED_ROLE_FAILURE),
  /** Deletes a group. */
  DELETE_AUTO_SCALING_GROUP(SCALING_ACTIVITY_IN_PROGRESS, RESOURCE_IN_USE),
  /** Creates a launch configuration. */
  CREATE_LAUNCH_CONFIGURATION(ALREADY_EXISTS, LIMIT_EXCEEDED),
  /** Deletes a launch configuration. */
  DELETE_LAUNCH_CONFIGURATION(RESOURCE_IN_USE),
  /** Sets the desired capacity. */
  SET_DESIRED_CAPACITY(SCALING_ACTIVITY_IN_PROGRESS),
  /** Carries a policy out. */
  EXECUTE_POLICY(SCALING_ACTIVITY_IN_PROGRESS),
  /** Terminates an instance of a group. */
  TERMINATE_INSTANCE_IN_AUTO_SCALING_GROUP(SCALING_ACTIVITY_IN_PROGRESS),
  /** Creates or changes a policy. */
  PUT_SCALING_POLICY(LIMIT_EXCEEDED, SERVICE_LINKED_ROLE_FAILURE),
  /** Deletes a policy. */
  DELETE_POLICY(),
  /** Creates or changes a scheduled action. */
  PUT_SCHEDULED_UPDATE_GROUP_ACTION(ALREADY_EXISTS, LIMIT_EXCEEDED),
  /** Creates or changes several scheduled actions. */
  BATCH_PUT_SCHEDULED_UPDATE_GROUP_ACTION(ALREADY_EXISTS, LIMIT_EXCEEDED),
  /** Deletes a scheduled action. */
  DELETE_SCHEDULED_ACTION(),
  /** Creates or changes a lifecycle hook. */
  PUT_LIFECYCLE_HOOK(LIMIT_EXCEEDED),
  /** Deletes a lifecycle hook. */
  DELETE_LIFECYCLE_HOOK(),
  /** Completes a lifecycle action. */
  COMPLETE_LIFECYCLE_ACTION(),
  /** Extends a lifecycle action. */
  RECORD_LIFECYCLE_ACTION_HEARTBEAT(),
  /** Moves instances to standby. */
  ENTER_STANDBY(),
  /** Moves instances out of standby. */
  EXIT_STANDBY(),
  /** Attaches instances. */
  ATTACH_INSTANCES(SERVICE_LINKED_ROLE_FAILURE),
  /** Detaches instances. */
  DETACH_INSTANCES(),
  /** Sets the health of an instance. */
  SET_INSTANCE_HEALTH(),
  /** Sets the scale-in protection of instances. */
  SET_INSTANCE_PROTECTION(LIMIT_EXCEEDED),
  /** Attaches target groups or load balancers. */
  ATTACH_TRAFFIC_SOURCES(SERVICE_LINKED_ROLE_FAILURE, INSTANCE_REFRESH_IN_PROGRESS),
  /** Suspends processes. */
  SUSPEND_PROCESSES(RESOURCE_IN_USE),
  /** Resumes processes. */
  RESUME_PROCESSES(RESOURCE_IN_USE),
  /** Starts an instance refresh. */
  START_INSTANCE_REFRESH(LIMIT_EXCEEDED, INSTANCE_REFRESH_IN_PROGRESS),
  /** Cancels an instance refresh. */
  CANCEL_INSTANCE_REFRESH(LIMIT_EXCEEDED, ACTIVE_INSTANCE_REFRESH_NOT_FOUND),
  /** Rolls an instance refresh back. */
  ROLLBACK_INSTANCE_REFRESH(
      LIMIT_EXCEEDED, ACTIVE_INSTANCE_REFRESH_NOT_FOUND, IRREVERSIBLE_INSTANCE_REFRESH),
  /** Creates or changes a warm pool. */
  PUT_WARM_POOL(LIMIT_EXCEEDED, INSTANCE_REFRESH_IN_PROGRESS),
  /** Deletes a warm pool. */
  DELETE_WARM_POOL(LIMIT_EXCEEDED, SCALING_ACTIVITY_IN_PROGRESS, RESOURCE_IN_USE),
  /** Launches instances at once. */
  LAUNCH_INSTANCES(IDEMPOTENT_PARAMETER_MISMATCH);

  private final ImmutableSet<ErrorCode> declared;

  ApiOperation(ErrorCode... own) {
    declared =
        ImmutableSet.<ErrorCode>builder()
            .add(VALIDATION_ERROR, RESOURCE_CONTENTION)
            .add(own)
            .build();
  }

  /** Returns the codes that the operation may answer with. */
  public Set<ErrorCode> declared() {
    return declared;
  }

  /**
   * Returns the exception that the operation answers with.
   *
   * @param refusals why, at least one
   * @throws IllegalArgumentException if the operation does not declare the code of one of them
   */
  public AutoScalingException refuse(List<Refusal> refusals) {
    for (Refusal refusal : refusals) {
      if (!declared.contains(refusal.code())) {
        throw new IllegalArgumentException(this + " never answers " + refusal.code());
      }
    }
    return new AutoScalingException(name(), refusals);
  }
}
