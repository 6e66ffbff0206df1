package io.headroom.autoscaling;

import io.headroom.autoscaling.AttachedPolicy.Proposal;
import io.headroom.autoscaling.ScalingDecision.Sense;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides among the policies of one group that were asked at one instant: the largest capacity
 * wins, in both directions, and every wish goes into the ledger with what stood in its way.
 *
 * <p>"Dynamic scaling for Amazon EC2 Auto Scaling", section "Multiple dynamic scaling policies",
 * Amazon EC2 Auto Scaling User Guide.
 */
final class PolicyArbiter {
  private final GroupRun run;
  private final CapacityPlan plan;
  private final PacingRules pacing;
  private final Trails trails;
  private final Forecasts forecasts;
  private final List<Proposal> proposals = new ArrayList<>();

  PolicyArbiter(GroupRun run, CapacityPlan plan, PacingRules pacing) {
    this.run = run;
    this.plan = plan;
    this.pacing = pacing;
    trails = new Trails(run, pacing);
    forecasts = new Forecasts(run, plan);
  }

  /** What is left of a proposal after limits and pacing: a capacity to compete with, or nothing. */
  private record Verdict(Proposal proposal, OptionalInt capacity, List<Obstacle> obstacles) {}

  /** Takes a proposal; all of one instant are decided together, after the last of them. */
  void submit(Proposal proposal) {
    if (proposals.isEmpty()) {
      run.after(0, Phase.ACT, "choice among policies", this::decide);
    }
    proposals.add(proposal);
  }

  private void decide() {
    proposals.forEach(this::takeForecast);
    List<Verdict> verdicts = proposals.stream().map(this::judge).toList();
    proposals.clear();
    int before = plan.desired();
    Optional<Verdict> winner =
        verdicts.stream()
            .filter(verdict -> verdict.capacity.isPresent())
            .min(
                Comparator.comparing((Verdict verdict) -> -verdict.capacity.getAsInt())
                    .thenComparing(verdict -> verdict.proposal.policy().name()));
    winner.ifPresent(verdict -> apply(verdict, verdicts));
    verdicts.forEach(verdict -> record(verdict, before));
  }

  private void takeForecast(Proposal proposal) {
    proposal
        .decision()
        .forecast()
        .ifPresent(forecast -> forecasts.take(proposal.policy().name(), forecast));
  }

  private Verdict judge(Proposal proposal) {
    ScalingDecision decision = proposal.decision();
    List<Obstacle> obstacles = new ArrayList<>();
    decision.obstacle().ifPresent(obstacles::add);
    if (decision.capacity().isEmpty()) {
      return new Verdict(proposal, OptionalInt.empty(), obstacles);
    }
    int limited = clamp(decision.capacity().getAsInt(), obstacles);
    int capacity =
        decision.sense() == Sense.AT_LEAST
            ? limited
            : forecasts.floored(proposal.policy().name(), limited, obstacles);
    if (!isWish(decision.sense(), capacity)) {
      if (obstacles.isEmpty()) {
        obstacles.add(Obstacle.ALREADY_DESIRED);
      }
      boolean holds = decision.sense() == Sense.EXACTLY;
      return new Verdict(
          proposal, holds ? OptionalInt.of(capacity) : OptionalInt.empty(), obstacles);
    }
    if (capacity < plan.desired() && run.shifts().isActive()) {
      obstacles.add(Obstacle.ZONAL_SHIFT);
      return new Verdict(proposal, OptionalInt.empty(), obstacles);
    }
    OptionalInt allowed = pacing.allow(proposal.policy(), capacity, obstacles);
    return new Verdict(proposal, allowed, obstacles);
  }

  private int clamp(int capacity, List<Obstacle> obstacles) {
    int clamped = plan.sizes().clamp(capacity);
    if (clamped != capacity) {
      obstacles.add(clamped > capacity ? Obstacle.MINIMUM : Obstacle.MAXIMUM);
    }
    return clamped;
  }

  private boolean isWish(Sense sense, int capacity) {
    return switch (sense) {
      case EXACTLY -> capacity != plan.desired();
      case AT_LEAST -> capacity > plan.desired();
      case AT_MOST -> capacity < plan.desired();
    };
  }

  private void apply(Verdict winner, List<Verdict> verdicts) {
    int capacity = winner.capacity.orElseThrow();
    Proposal proposal = winner.proposal;
    WarmupRule warmup = warmup(proposal);
    for (Verdict verdict : verdicts) {
      if (verdict.capacity.equals(winner.capacity)) {
        warmup = warmup.longer(warmup(verdict.proposal));
      }
    }
    String clause =
        proposal
            .alarm()
            .map(
                alarm ->
                    CauseText.alarm(alarm.spec().name(), alarm.state(), proposal.policy().name()))
            .orElseGet(() -> CauseText.clock(proposal.policy().name()));
    plan.set(
        plan.sizes().desired(capacity),
        new CapacityChange.Origin(
            clause,
            warmup,
            PacingRules.cooldown(proposal.policy().pacing(), run.spec()),
            Optional.of(trails.of(proposal))));
  }

  private WarmupRule warmup(Proposal proposal) {
    return WarmupRule.of(proposal.policy().pacing(), run.spec(), run.settings().fallbackWarmup());
  }

  private void record(Verdict verdict, int before) {
    List<Obstacle> obstacles = new ArrayList<>(verdict.obstacles);
    if (verdict.capacity.isPresent() && verdict.capacity.getAsInt() < plan.desired()) {
      obstacles.add(Obstacle.LARGER_DECISION);
    }
    Proposal proposal = verdict.proposal;
    trails.observe(proposal, obstacles);
    run.ledger()
        .record(
            new LedgerEntry(
                run.nowNanos(),
                run.nowNanos(),
                1,
                run.name(),
                proposal.policy().name(),
                "",
                proposal.decision().reason(),
                before,
                proposal.decision().capacity(),
                plan.desired(),
                obstacles,
                proposal.alarm().map(alarm -> alarm.spec().name())),
            proposal.saw());
  }
}
