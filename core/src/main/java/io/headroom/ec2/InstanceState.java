package io.headroom.ec2;

/**
 * The states of an instance that a group launches, stops, starts and terminates.
 *
 * <p>"Instance lifecycle", Amazon EC2 User Guide.
 */
public enum InstanceState {
  /** Accepted by EC2, not yet running; not billed. */
  PENDING,
  /** Running; billed. */
  RUNNING,
  /** On its way to stopped; no longer billed but for its volumes. */
  STOPPING,

  /** Stopped or hibernated; can be started again. */
  STOPPED,

  /** On its way out; no longer billed. */
  SHUTTING_DOWN,
  /** Gone. */
  TERMINATED
}
