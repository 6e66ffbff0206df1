package io.headroom.autoscaling.refresh;

import java.util.List;
import java.util.Optional;

/**
 * How an instance refresh went.
 *
 * <p>"InstanceRefresh", Amazon EC2 Auto Scaling API Reference.
 *
 * @param id its id, {@code refresh-1} for the first of a group
 * @param group the group's name
 * @param status how it stands
 * @param startNanos when it was started, in nanoseconds since the start of the run
 * @param endNanos when it ended; empty while it goes on
 * @param instances how many instances it is about
 * @param replaced how many of them are replaced and warm, or matched already
 * @param statusReason why it stands so; empty for nothing special
 * @param steps what it did, in order of time
 */
public record InstanceRefresh(
    String id,
    String group,
    RefreshStatus status,
    long startNanos,
    Optional<Long> endNanos,
    int instances,
    int replaced,
    String statusReason,
    List<Step> steps) {
  private static final int ALL = 100;

  /**
   * One thing that a refresh did.
   *
   * @param timeNanos when, in nanoseconds since the start of the run
   * @param percentageComplete how far it was then, in percent
   * @param what what it did, in words
   */
  public record Step(long timeNanos, int percentageComplete, String what) {}

  /** Copies the list. */
  public InstanceRefresh {
    steps = List.copyOf(steps);
  }

  /** Returns PercentageComplete. */
  public int percentageComplete() {
    return percentage(replaced, instances);
  }

  /** Returns how many percent some of all instances are, rounded down; 100 of none. */
  public static int percentage(int replaced, int instances) {
    return instances == 0 ? ALL : (int) (replaced * (long) ALL / instances);
  }
}
