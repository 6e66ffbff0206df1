package io.headroom.autoscaling;

import java.time.Duration;
import java.util.Optional;

/**
 * How a group paces the decisions of a policy.
 *
 * <p>"Scaling cooldowns for Amazon EC2 Auto Scaling" and "Set the default instance warmup for an
 * Auto Scaling group", Amazon EC2 Auto Scaling User Guide.
 */
public sealed interface Pacing {
  /** Every decision takes effect at once; launches warm up by the group's default. */
  Pacing IMMEDIATE = new Immediate();

  /** Every decision takes effect at once. */
  record Immediate() implements Pacing {}

  /**
   * Simple scaling: no decision while an activity is unfinished or a cooldown runs.
   *
   * @param cooldown the cooldown that a change by this policy starts; empty for the group's default
   */
  record Cooldown(Optional<Duration> cooldown) implements Pacing {}

  /**
   * Step scaling and target tracking: instances that warm up are not counted, and scale-in waits
   * until none does.
   *
   * @param warmup the warm-up of launches by this policy; empty for the group's default warm-up,
   *     else its default cooldown
   * @param scaleIn whether scale-in needs the consent of others
   */
  record Warmup(Optional<Duration> warmup, ScaleIn scaleIn) implements Pacing {}

  /** Whose consent a policy's scale-in needs. */
  enum ScaleIn {
    /** The policy scales in on its own. */
    ALONE,
    /** All policies of the group with this mark must be ready to scale in (target tracking). */
    UNANIMOUS,
    /** The policy never scales in and has no vote. */
    DISABLED
  }
}
