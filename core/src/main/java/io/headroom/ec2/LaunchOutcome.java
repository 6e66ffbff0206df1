package io.headroom.ec2;

/** What EC2 answers to a request for an instance. */
public sealed interface LaunchOutcome {
  /**
   * There is an instance, in state pending.
   *
   * @param instance the new instance
   */
  record Launched(Instance instance) implements LaunchOutcome {}

  /**
   * There is no instance.
   *
   * @param kind why not
   * @param reason AWS's message, without a full stop at the end
   */
  record Refused(Kind kind, String reason) implements LaunchOutcome {

    /** Returns the answer that a pool lacks capacity, in AWS's words. */
    public static Refused insufficient(Kind kind, LaunchConfiguration wanted, String zone) {
      return new Refused(
          kind,
          "We currently do not have sufficient %s capacity in the Availability Zone you requested (%s)"
              .formatted(wanted.type().name(), zone));
    }
  }

  /** Why a launch is refused. */
  enum Kind {
    /** The zone is down. */
    ZONE_FAILED("zone is down"),
    /** The pool has no On-Demand capacity. */
    INSUFFICIENT_CAPACITY("insufficient capacity"),
    /** The pool has no Spot capacity. */
    NO_SPOT_CAPACITY("no Spot capacity"),
    /** The Spot price is above the maximum price. */
    SPOT_PRICE_ABOVE_MAXIMUM("Spot price above the maximum price");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the kind in words, for a sentence. */
    public String words() {
      return words;
    }
  }
}
