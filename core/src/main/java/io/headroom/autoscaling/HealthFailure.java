package io.headroom.autoscaling;

/** Why a group holds an instance for unhealthy, in the words of AWS's causes. */
enum HealthFailure {
  /** The instance does not run any more; replaced at once, grace period or not. */
  NOT_RUNNING("an EC2 health check indicating it has been terminated or stopped"),
  /** The EC2 status check has failed for too long. */
  STATUS_CHECK("an EC2 instance status check failure"),
  /** A target group or Classic Load Balancer reports the instance as unhealthy. */
  ELB("an ELB system health check failure");

  private final String words;

  HealthFailure(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Returns whether replacements for this reason go in batches, rather than all at once (HR5). */
  boolean isBatched() {
    return this != NOT_RUNNING;
  }
}
