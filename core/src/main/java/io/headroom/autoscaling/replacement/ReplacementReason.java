package io.headroom.autoscaling.replacement;

/** Why a group exchanges an instance. */
public enum ReplacementReason {
  /** A health check failed while the instance runs. */
  HEALTH_CHECK("health check", true),
  /** The instance stopped or is gone. */
  INSTANCE_STOPPED("instance stopped", false),
  /** EC2 has planned an event for the instance. */
  SCHEDULED_EVENT("scheduled event", false),
  /** Spot capacity was called back. */
  SPOT_INTERRUPTION("Spot interruption", false),
  /** An instance refresh. */
  INSTANCE_REFRESH("instance refresh", true),
  /** The instance is as old as instances of the group may be. */
  MAX_LIFETIME("maximum lifetime", true),
  /** Zones are out of balance. */
  ZONE_REBALANCE("zone rebalancing", true),
  /** A Spot instance is likely to be called back soon. */
  CAPACITY_REBALANCE("capacity rebalancing", true),
  /** The group buys capacity another way than this instance was bought. */
  PURCHASE_OPTION_CHANGE("purchase option change", true);

  private final String words;
  private final boolean voluntary;

  ReplacementReason(String words, boolean voluntary) {
    this.words = words;
    this.voluntary = voluntary;
  }

  /** Returns the reason in words, for a sentence. */
  public String words() {
    return words;
  }

  /** Returns whether the exchange can wait, so that a maintenance policy holds for it (IM5). */
  public boolean isVoluntary() {
    return voluntary;
  }

  /** Returns whether without a policy the new instance comes first (IM3). */
  boolean launchesFirst() {
    return switch (this) {
      case ZONE_REBALANCE, CAPACITY_REBALANCE, PURCHASE_OPTION_CHANGE -> true;
      case HEALTH_CHECK,
          INSTANCE_STOPPED,
          SCHEDULED_EVENT,
          SPOT_INTERRUPTION,
          INSTANCE_REFRESH,
          MAX_LIFETIME ->
          false;
    };
  }
}
