package io.headroom.autoscaling.lifecycle;

/**
 * Why an instance leaves its group.
 *
 * <p>"Control which Auto Scaling instances terminate during scale in" and "Replace Auto Scaling
 * instances", Amazon EC2 Auto Scaling User Guide.
 */
public enum Departure {
  /** The desired capacity fell; the next scale-in still counts the instance as capacity. */
  SCALE_IN("scale-in"),
  /** It was unhealthy. */
  UNHEALTHY("health check"),
  /** Its launch hook was abandoned or timed out. */
  ABANDONED("abandoned launch hook"),
  /** It did not run in time after its launch. */
  START_TIMEOUT("launch that took too long"),
  /** The zones were out of balance. */
  ZONE_REBALANCE("zone rebalancing"),
  /** Its Spot pool is at risk. */
  CAPACITY_REBALANCE("capacity rebalancing"),
  /** EC2 takes the Spot instance back. */
  SPOT_INTERRUPTION("Spot interruption"),
  /** It does not fit the purchase options of the group any more. */
  PURCHASE_CHANGE("purchase options"),
  /** An instance refresh replaces it. */
  REFRESH("instance refresh"),
  /** It reached the maximum instance lifetime. */
  LIFETIME("maximum instance lifetime"),
  /** A user asked for its termination. */
  USER("user request"),
  /** A user took it out of the group; it goes on running. */
  DETACH("detach"),
  /** The warm pool has more instances than it needs. */
  POOL_SURPLUS("warm pool"),
  /** The group was deleted by force; hooks do not run. */
  DELETION("deletion of the group");

  private final String words;

  Departure(String words) {
    this.words = words;
  }

  /** Returns the reason in words, for a sentence. */
  public String words() {
    return words;
  }

  /**
   * Returns whether scale-in protection keeps an instance from leaving for this reason.
   *
   * <p>"Use instance scale-in protection", Amazon EC2 Auto Scaling User Guide.
   */
  public boolean respectsProtection() {
    return switch (this) {
      case SCALE_IN, ZONE_REBALANCE, PURCHASE_CHANGE, REFRESH, LIFETIME -> true;
      case UNHEALTHY,
          ABANDONED,
          START_TIMEOUT,
          CAPACITY_REBALANCE,
          SPOT_INTERRUPTION,
          USER,
          DETACH,
          POOL_SURPLUS,
          DELETION ->
          false;
    };
  }

  /**
   * Returns whether terminate hooks run for an instance that leaves for this reason (HK8, HK13).
   */
  public boolean runsHooks() {
    return this != DELETION && this != DETACH && this != ABANDONED;
  }
}
