package io.headroom.policies.baseline;

import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.Foresight;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.ScalingContext;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScalingPolicyProvider;
import io.headroom.autoscaling.Trigger;
import io.headroom.sim.Settings;
import java.time.Duration;
import java.util.List;

/**
 * A lower bound on what elasticity can cost: knows the traffic to come and the time that a launch
 * takes, and asks for just the capacity that the peak until a decision could take effect needs.
 *
 * <p>It knows rates, not single requests, and the mean launch time, so a burst within a second or a
 * slow boot can still hurt it.
 *
 * @param name the policy's name
 * @param utilisation how busy the instances shall be at the peak, in (0, 1]; default 0.8
 * @param period the time between two decisions, positive; default one minute
 */
public record Clairvoyant(String name, double utilisation, Duration period)
    implements ScalingPolicy {
  private static final double DEFAULT_UTILISATION = 0.8;
  private static final Duration DEFAULT_PERIOD = Duration.ofMinutes(1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Clairvoyant {
    if (!(utilisation > 0 && utilisation <= 1)) {
      throw new IllegalArgumentException("utilisation must be in (0, 1], was " + utilisation);
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("period must be positive, was " + period);
    }
  }

  /** Returns the policy with the defaults, called {@code clairvoyant}. */
  public static Clairvoyant withDefaults() {
    return new Clairvoyant("clairvoyant", DEFAULT_UTILISATION, DEFAULT_PERIOD);
  }

  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    return List.of(Trigger.every(period));
  }

  @Override
  public Decider newDecider() {
    return this::decide;
  }

  private ScalingDecision decide(ScalingContext context) {
    Foresight foresight = context.foresight();
    Duration window = foresight.launchTime().plus(period);
    double peak = foresight.peakRequestsPerSecond(window);
    double each = foresight.requestsPerSecondOfInstance() * utilisation;
    int needed = (int) Math.min(Integer.MAX_VALUE, StrictMath.ceil(peak / each));
    return ScalingDecision.capacity(
        needed,
        "peak of %s requests/s within %d s at %s requests/s for each instance needs %d"
            .formatted(peak, window.toSeconds(), each, needed));
  }

  /** Reads {@code clairvoyant: {utilisation: 0.8, period: 1m}}; both may be left out. */
  public static final class Provider implements ScalingPolicyProvider {
    @Override
    public String key() {
      return "clairvoyant";
    }

    @Override
    public ScalingPolicy create(String name, Settings settings) {
      double utilisation = settings.number("utilisation", DEFAULT_UTILISATION);
      Duration period = settings.duration("period", DEFAULT_PERIOD);
      if (!(utilisation > 0 && utilisation <= 1)) {
        settings.problem("utilisation", "must be in (0, 1], was " + utilisation);
        utilisation = DEFAULT_UTILISATION;
      }
      if (period.isNegative() || period.isZero()) {
        settings.problem("period", "must be positive, was " + period);
        period = DEFAULT_PERIOD;
      }
      return new Clairvoyant(name, utilisation, period);
    }
  }
}
