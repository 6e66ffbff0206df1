package io.headroom.autoscaling;

/** What can stand between the wish of a policy and the capacity of its group. */
public enum Obstacle {
  /** A cooldown of the group was running. */
  COOLDOWN("cooldown"),
  /** A scaling activity was unfinished, which simple scaling waits for. */
  ACTIVITY_IN_PROGRESS("scaling activity in progress"),
  /** Instances were warming up, which holds back scale-in and the end of those they replace. */
  WARMUP("warm-up"),
  /** The wish was below MinSize. */
  MINIMUM("MinSize"),
  /** The wish was above MaxSize. */
  MAXIMUM("MaxSize"),
  /** The forecast of a predictive scaling policy asks for more in this hour. */
  FORECAST("the forecast of a predictive scaling policy"),
  /** The policy forecasts and does not scale. */
  FORECAST_ONLY("forecast only"),
  /** Another policy asked for more capacity in the same second. */
  LARGER_DECISION("larger decision of another policy"),
  /** Another target tracking policy was not ready to scale in. */
  NOT_UNANIMOUS("another target tracking policy is not ready to scale in"),
  /** The capacity asked for was there already or on its way. */
  ALREADY_DESIRED("already desired"),
  /** The group is empty, and target tracking has nothing to multiply. */
  EMPTY_GROUP("empty group"),
  /** The metric was below the low alarm's threshold, but not below that of so small a group. */
  LOW_THRESHOLD("not below the threshold of a small group"),
  /** The policy's metric had no data. */
  MISSING_DATA("missing data"),
  /** The policy may not scale in. */
  SCALE_IN_DISABLED("scale-in disabled"),
  /** No step of the policy matched the metric. */
  NO_STEP("no step matches"),
  /** A lifecycle hook held an instance. */
  LIFECYCLE_HOOK("lifecycle hook"),

  /** A launch hook was abandoned, or timed out. */
  HOOK_ABANDONED("abandoned lifecycle hook"),

  /** The process that would have acted was suspended. */
  PROCESS_SUSPENDED("suspended process"),

  /** All instances that were left are protected from scale-in. */
  PROTECTED("scale-in protection"),

  /** The API refused the request. */
  REFUSED("refused request"),

  /** The group was deleted. */
  GROUP_DELETED("deleted group"),

  /** The desired capacity fell again before the launch. */
  LATER_CHANGE("later change of the desired capacity"),

  /** The instances that were left are unhealthy: they leave by being replaced. */
  UNHEALTHY("unhealthy instances"),

  /** The lightest instance that could leave is more than the surplus. */
  WEIGHT("weight of an instance"),

  /** One scale-in of target tracking takes no larger share of the group. */
  SCALE_IN_SHARE("largest share of one scale-in"),

  /** An instance did not run in time after its launch. */
  START_TIMEOUT("launch that took too long"),

  /** A failed launch was not tried again yet. */
  BACK_OFF("wait after failed launches"),

  /** The health check grace period of an instance was running. */
  GRACE_PERIOD("health check grace period"),

  /** A launch failed, for want of capacity in the zones or because a zone was down. */
  NO_CAPACITY("no capacity"),
  /** A pool had no On-Demand capacity. */
  INSUFFICIENT_CAPACITY("insufficient instance capacity"),
  /** A pool had no Spot capacity. */
  NO_SPOT_CAPACITY("no Spot capacity"),
  /** The Spot price was above what the group pays. */
  SPOT_PRICE("Spot price above the maximum price"),
  /** A zone was down. */
  ZONE_FAILED("zone is down"),
  /** The group shifts away from a zone, which holds back scale-in by policies. */
  ZONAL_SHIFT("zonal shift"),
  /** No pool was safer than the one whose instances are called back. */
  NO_SAFER_POOL("no pool with better availability"),
  /** The instance maintenance policy left no room. */
  MAINTENANCE_POLICY("instance maintenance policy"),
  /** As many instances were being replaced as may be at once. */
  REPLACEMENT_LIMIT("limit of replacements at once"),
  /** An instance in standby held back an instance refresh. */
  STANDBY("standby"),
  /** An instance refresh waited at a checkpoint. */
  CHECKPOINT("checkpoint of the instance refresh"),
  /** An alarm of an instance refresh was in ALARM. */
  ALARM("alarm of the instance refresh"),
  /** A custom termination policy let fewer instances leave than were asked for. */
  CUSTOM_POLICY("custom termination policy");

  private final String words;

  Obstacle(String words) {
    this.words = words;
  }

  /** Returns the obstacle in words, for a sentence. */
  public String words() {
    return words;
  }
}
