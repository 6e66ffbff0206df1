package io.headroom.autoscaling;

import java.time.Duration;

/**
 * How long an instance warms up after it came into service, and what that means.
 *
 * <p>"Set the default instance warmup for an Auto Scaling group", Amazon EC2 Auto Scaling User
 * Guide.
 *
 * @param length the warm-up; zero for none
 * @param visibility whether the group's EC2 metrics contain the instance meanwhile
 */
record WarmupRule(Duration length, Visibility visibility) {
  /** No warm-up. */
  static final WarmupRule NONE = new WarmupRule(Duration.ZERO, Visibility.COUNTED);

  /** Whether a warming instance is part of its group's EC2 metrics. */
  enum Visibility {
    /** From InService on: the length is only that of the default cooldown (WU8a). */
    COUNTED,
    /** Not before the warm-up is over. */
    HIDDEN
  }

  /** Returns the rule for launches that no step or target tracking policy asked for (WU2). */
  static WarmupRule ofGroup(AutoScalingGroupSpec group) {
    return group.defaultWarmup().map(WarmupRule::hidden).orElse(NONE);
  }

  /** Returns the rule for launches that a policy asked for (WU1, WU8a). */
  static WarmupRule of(
      Pacing pacing, AutoScalingGroupSpec group, AutoScalingSettings.FallbackWarmup fallback) {
    if (!(pacing instanceof Pacing.Warmup own)) {
      return ofGroup(group);
    }
    return own.warmup()
        .or(group::defaultWarmup)
        .map(WarmupRule::hidden)
        .orElseGet(() -> ofCooldown(group.defaultCooldown(), fallback));
  }

  private static WarmupRule ofCooldown(
      Duration cooldown, AutoScalingSettings.FallbackWarmup fallback) {
    return switch (fallback) {
      case COUNTED -> new WarmupRule(cooldown, Visibility.COUNTED);
      case HIDDEN -> hidden(cooldown);
    };
  }

  private static WarmupRule hidden(Duration length) {
    return new WarmupRule(length, Visibility.HIDDEN);
  }

  /** Returns the longer of two rules, this one if they are equally long (WU9). */
  WarmupRule longer(WarmupRule other) {
    return other.length.compareTo(length) > 0 ? other : this;
  }
}
