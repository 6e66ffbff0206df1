package io.headroom.autoscaling;

import io.headroom.cloudwatch.AlarmEvaluation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A scaling policy of one group in one run, with what asks it and the memory of its decider. */
final class AttachedPolicy {
  private final ScalingPolicy policy;
  private final Decider decider;
  private final List<Trigger> triggers;

  AttachedPolicy(ScalingPolicy policy, GroupIdentity group) {
    this.policy = policy;
    decider = policy.newDecider();
    triggers = List.copyOf(policy.triggers(group));
  }

  String name() {
    return policy.name();
  }

  Pacing pacing() {
    return policy.pacing();
  }

  List<Trigger> triggers() {
    return triggers;
  }

  /** Returns what the policy wants. */
  Proposal ask(GroupContext context) {
    ScalingDecision decision = decider.decide(context);
    return new Proposal(this, decision, context::seen, context.alarm());
  }

  /** Returns whether only the consent of the others lets this policy scale in. */
  boolean needsConsent() {
    return pacing() instanceof Pacing.Warmup warmup && warmup.scaleIn() == Pacing.ScaleIn.UNANIMOUS;
  }

  /**
   * What a policy wants at one instant.
   *
   * @param policy who
   * @param decision what
   * @param saw tells what the policy looked at, in words
   * @param alarm the alarm evaluation that asked; empty for a clock
   */
  record Proposal(
      AttachedPolicy policy,
      ScalingDecision decision,
      Supplier<String> saw,
      Optional<AlarmEvaluation> alarm) {}
}
