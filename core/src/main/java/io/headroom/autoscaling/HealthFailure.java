package io.headroom.autoscaling;

/** Why a group holds an instance for unhealthy, in the words of AWS's causes. */
enum HealthFailure {
  /** The instance does not run any more; replaced at once, grace period or not. */
  NOT_RUNNING("an EC2 health check indicating it has been terminated or stopped"),
  /** A user set the health of the instance; replaced at once. */
  SET_BY_USER("a user health-check"),

  /** The EC2 status check has failed for too long. */
  STATUS_CHECK("an EC2 instance status check failure"),
  /** The time of an event came that EC2 had scheduled for the instance. */
  SCHEDULED_EVENT("an EC2 scheduled reboot"),

  /** An EBS volume of the instance is impaired. */
  EBS("an EBS volume health check failure"),

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
    return this != NOT_RUNNING && this != SET_BY_USER;
  }
}
