package io.headroom.policies.aws;

import io.headroom.autoscaling.AutoScalingSettings.UnboundedStep;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.autoscaling.refusal.Quota;
import io.headroom.autoscaling.refusal.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The steps of a step scaling policy: which of them a metric is in, and what makes AWS refuse them.
 *
 * <p>"Step and simple scaling policies for Amazon EC2 Auto Scaling", section "Step adjustments",
 * Amazon EC2 Auto Scaling User Guide.
 *
 * @param all the steps in the order given
 */
public record Steps(List<Step> all) {
  /** Copies the list. */
  public Steps {
    all = List.copyOf(all);
  }

  /** Returns these steps and one more. */
  public Steps and(Step step) {
    List<Step> more = new ArrayList<>(all);
    more.add(step);
    return new Steps(more);
  }

  /** Returns the step that a metric is in; empty if there is none (ST1 to ST4). */
  public Optional<Step> pick(double metric, double threshold) {
    BigDecimal distance = BigDecimal.valueOf(metric).subtract(BigDecimal.valueOf(threshold));
    return all.stream()
        .filter(step -> step.holdsAbove(distance))
        .findFirst()
        .or(() -> all.stream().filter(step -> step.holdsBelow(distance)).findFirst());
  }

  /**
   * Returns why AWS would refuse the steps, in its words where they are known (ST5); empty if it
   * would not.
   *
   * @param unbounded how to take a step without bounds (C5)
   */
  public List<Refusal> refusals(UnboundedStep unbounded) {
    List<Refusal> refusals = new ArrayList<>();
    if (all.isEmpty()) {
      refusals.add(PolicyRefusals.noSteps());
    }
    Quota.STEP_ADJUSTMENTS.check("StepAdjustments", all.size()).ifPresent(refusals::add);
    for (Step step : all) {
      problem(step, unbounded).map(PolicyRefusals::steps).ifPresent(refusals::add);
    }
    openEnds(refusals);
    if (refusals.isEmpty()) {
      neighbours(refusals);
    }
    return refusals;
  }

  private static Optional<String> problem(Step step, UnboundedStep unbounded) {
    if (step.lower().isEmpty() && step.upper().isEmpty()) {
      return unbounded == UnboundedStep.ALLOWED
          ? Optional.empty()
          : Optional.of("A step needs a lower or an upper bound");
    }
    boolean isEmpty =
        step.lower().isPresent()
            && step.upper().isPresent()
            && step.upper().getAsDouble() <= step.lower().getAsDouble();
    return isEmpty
        ? Optional.of("The upper bound of step %s must be above its lower bound".formatted(step))
        : Optional.empty();
  }

  private void openEnds(List<Refusal> refusals) {
    long openBelow = all.stream().filter(step -> step.lower().isEmpty()).count();
    long openAbove = all.stream().filter(step -> step.upper().isEmpty()).count();
    if (openBelow > 1 || openAbove > 1) {
      refusals.add(
          PolicyRefusals.steps("At most one step may have no lower, and one no upper bound"));
    }
    if (openBelow == 0 && all.stream().anyMatch(step -> step.lower().orElse(0) < 0)) {
      refusals.add(PolicyRefusals.missingOpenEnd("lower"));
    }
    if (openAbove == 0 && all.stream().anyMatch(step -> step.upper().orElse(0) > 0)) {
      refusals.add(PolicyRefusals.missingOpenEnd("upper"));
    }
  }

  private void neighbours(List<Refusal> refusals) {
    List<Step> sorted =
        all.stream()
            .sorted(
                Comparator.comparingDouble(step -> step.lower().orElse(Double.NEGATIVE_INFINITY)))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      OptionalDouble end = sorted.get(i - 1).upper();
      OptionalDouble start = sorted.get(i).lower();
      if (!end.equals(start)) {
        refusals.add(
            PolicyRefusals.steps(
                "Steps %s and %s overlap or leave a gap"
                    .formatted(sorted.get(i - 1), sorted.get(i))));
      }
    }
  }
}
