package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.Origin;

/**
 * The outcome of a condition.
 *
 * @param holds whether it is true
 * @param origin how far the values it was decided by can be trusted
 */
record Verdict(boolean holds, Origin origin) {

  static final Verdict FALSE = new Verdict(false, Origin.GIVEN);

  Verdict not() {
    return new Verdict(!holds, origin);
  }

  Verdict and(Verdict other) {
    return new Verdict(holds && other.holds, origin.and(other.origin));
  }

  Verdict or(Verdict other) {
    return new Verdict(holds || other.holds, origin.and(other.origin));
  }
}
