package io.headroom.autoscaling;

import io.headroom.ec2.Instance;
import java.util.List;
import java.util.Optional;

/**
 * A rise of the desired capacity by a policy, how it came about and what it launched.
 *
 * @param group the group's name
 * @param trail the policy and the way to its decision
 * @param from the desired capacity before
 * @param to the desired capacity after
 * @param instances the instances launched for it so far, in order of launch; they know when they
 *     were running and answering, their target groups when they were healthy
 */
public record ScaleOut(String group, Trail trail, int from, int to, List<Instance> instances) {

  /** Copies the list. */
  public ScaleOut {
    instances = List.copyOf(instances);
  }

  /**
   * The way from a rise of the load to a decision. Times are in nanoseconds since the start of the
   * run, in order; those that do not apply are equal to the next one: all of them for a policy that
   * a clock asked.
   *
   * @param policy the policy's name
   * @param alarm the alarm that asked; empty for a clock
   * @param asking how the alarm came to ask
   * @param freeNanos when no cooldown, activity or warm-up held the policy back any longer
   * @param decisionNanos when the desired capacity changed
   */
  public record Trail(
      String policy, Optional<String> alarm, Asking asking, long freeNanos, long decisionNanos) {}

  /**
   * How an alarm came to ask. It asks when it goes to its state, and again each minute while it
   * stays there. When the policy answered before in that state, the way to its next answer begins
   * with the newest data point by which the alarm asked first after that.
   *
   * @param riseNanos the start of the first data point of the unbroken breach
   * @param periodEndNanos the end of that data point
   * @param visibleNanos when it could be evaluated
   * @param alarmNanos when the alarm had seen enough of them to ask
   */
  public record Asking(long riseNanos, long periodEndNanos, long visibleNanos, long alarmNanos) {}
}
