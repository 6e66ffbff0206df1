package io.headroom.policies.aws;

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
  private static final int MOST = 20;

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

  /** Returns why AWS would refuse the steps, in its words where they are known (ST5). */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (all.isEmpty() || all.size() > MOST) {
      problems.add("A step scaling policy needs 1 to %d steps, has %d".formatted(MOST, all.size()));
    }
    all.stream().map(Steps::problem).flatMap(Optional::stream).forEach(problems::add);
    openEnds(problems);
    if (problems.isEmpty()) {
      neighbours(problems);
    }
    return problems;
  }

  private static Optional<String> problem(Step step) {
    if (step.lower().isEmpty() && step.upper().isEmpty()) {
      return Optional.of("A step needs a lower or an upper bound");
    }
    boolean isEmpty =
        step.lower().isPresent()
            && step.upper().isPresent()
            && step.upper().getAsDouble() <= step.lower().getAsDouble();
    return isEmpty
        ? Optional.of("The upper bound of step %s must be above its lower bound".formatted(step))
        : Optional.empty();
  }

  private void openEnds(List<String> problems) {
    long openBelow = all.stream().filter(step -> step.lower().isEmpty()).count();
    long openAbove = all.stream().filter(step -> step.upper().isEmpty()).count();
    if (openBelow > 1 || openAbove > 1) {
      problems.add("At most one step may have no lower, and one no upper bound");
    }
    if (openBelow == 0 && all.stream().anyMatch(step -> step.lower().orElse(0) < 0)) {
      problems.add(missingEnd("lower", "negative"));
    }
    if (openAbove == 0 && all.stream().anyMatch(step -> step.upper().orElse(0) > 0)) {
      problems.add(missingEnd("upper", "positive"));
    }
  }

  private static String missingEnd(String end, String sign) {
    return ("There must be a StepAdjustment with an unspecified %1$s bound (i.e., %1$s bound is"
            + " null) when one StepAdjustment has a %2$s %1$s bound")
        .formatted(end, sign);
  }

  private void neighbours(List<String> problems) {
    List<Step> sorted =
        all.stream()
            .sorted(
                Comparator.comparingDouble(step -> step.lower().orElse(Double.NEGATIVE_INFINITY)))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      OptionalDouble end = sorted.get(i - 1).upper();
      OptionalDouble start = sorted.get(i).lower();
      if (!end.equals(start)) {
        problems.add(
            "Steps %s and %s overlap or leave a gap".formatted(sorted.get(i - 1), sorted.get(i)));
      }
    }
  }
}
