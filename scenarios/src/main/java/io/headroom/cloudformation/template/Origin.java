package io.headroom.cloudformation.template;

/**
 * How far a value can be trusted, and why.
 *
 * @param certainty whether the template gives the value
 * @param reason where the value comes from if the template does not give it, else empty
 */
public record Origin(Certainty certainty, String reason) {

  /** How far a value can be trusted, the best first. */
  public enum Certainty {
    /** The template and its parameters determine the value. */
    GIVEN,
    /** A value of the right shape stands in for one that only the account knows. */
    ASSUMED,
    /** Nothing is known but that there is a value. */
    UNKNOWN
  }

  /** The origin of what stands in the template. */
  public static final Origin GIVEN = new Origin(Certainty.GIVEN, "");

  /** Returns the origin of a value of the right shape that stands in for the true one. */
  public static Origin assumed(String reason) {
    return new Origin(Certainty.ASSUMED, reason);
  }

  /** Returns the origin of a value that nothing is known about. */
  public static Origin unknown(String reason) {
    return new Origin(Certainty.UNKNOWN, reason);
  }

  /** Returns whether the template gives the value. */
  public boolean isGiven() {
    return certainty == Certainty.GIVEN;
  }

  /** Returns whether nothing is known about the value. */
  public boolean isUnknown() {
    return certainty == Certainty.UNKNOWN;
  }

  /** Returns the weaker of two origins; this one if they are equally strong. */
  public Origin and(Origin other) {
    return other.certainty.compareTo(certainty) > 0 ? other : this;
  }
}
