package io.headroom.autoscaling.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The percentages at which an instance refresh stops and waits (IR7).
 *
 * <p>"Add checkpoints to an instance refresh", Amazon EC2 Auto Scaling User Guide.
 *
 * @param percentages ascending, from 1 to 100; the last is where the refresh ends; empty for no
 *     checkpoint, which ends at 100
 */
public record Checkpoints(List<Integer> percentages) {
  /** No checkpoint. */
  public static final Checkpoints NONE = new Checkpoints(List.of());

  private static final int ALL = 100;

  /** Copies the list. */
  public Checkpoints {
    percentages = List.copyOf(percentages);
  }

  /** Returns what AWS would refuse; empty when all is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    int before = 0;
    for (int each : percentages) {
      if (each < 1 || each > ALL) {
        problems.add("CheckpointPercentages must be from 1 to 100, found " + each);
      } else if (each <= before) {
        problems.add(
            "CheckpointPercentages must ascend, found %d after %d".formatted(each, before));
      }
      before = each;
    }
    return problems;
  }

  /** Returns the percentage at which the refresh ends. */
  public int last() {
    return percentages.isEmpty() ? ALL : percentages.get(percentages.size() - 1);
  }

  /** Returns how many of so many instances are replaced when a percentage is reached. */
  public static int replacedAt(int percentage, int instances) {
    return (int) ((instances * (long) percentage + ALL - 1) / ALL);
  }

  /**
   * Returns the highest checkpoint that is reached and was not before (IR9).
   *
   * @param replaced how many instances are replaced
   * @param instances how many there are
   * @param before the highest checkpoint that was reached before, 0 for none
   */
  public OptionalInt reached(int replaced, int instances, int before) {
    return percentages.stream()
        .mapToInt(Integer::intValue)
        .filter(each -> each > before && replaced >= replacedAt(each, instances))
        .max();
  }

  /**
   * Returns how many instances are to be replaced before the refresh stops next: at the checkpoint
   * after the given one, or at the end.
   *
   * @param instances how many there are
   * @param before the highest checkpoint that was reached, 0 for none
   */
  public int goal(int instances, int before) {
    int next =
        percentages.stream()
            .mapToInt(Integer::intValue)
            .filter(p -> p > before)
            .findFirst()
            .orElse(last());
    return replacedAt(next, instances);
  }
}
