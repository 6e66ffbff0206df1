package io.headroom.autoscaling;

/** The part of a {@link ScalingPolicy} that lives for one run of one group. */
@FunctionalInterface
public interface Decider {
  /**
   * Decides how much capacity the group should have.
   *
   * @param context what there is to know at this instant
   */
  ScalingDecision decide(ScalingContext context);
}
