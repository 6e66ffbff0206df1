package io.headroom.autoscaling;

import io.headroom.autoscaling.replacement.ZoneImbalance;
import io.headroom.cloudwatch.AlarmState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The clauses of which the cause of a scaling activity consists, in AWS's words.
 *
 * <p>"Verify a scaling activity for an Auto Scaling group" and "Troubleshoot issues in Amazon EC2
 * Auto Scaling", Amazon EC2 Auto Scaling User Guide.
 *
 * @param start the wall-clock instant of simulated time zero
 */
record CauseText(Instant start) {

  /** Returns a clause with its time, to the second. */
  String at(long timeNanos, String clause) {
    return "At " + start.plusNanos(timeNanos).truncatedTo(ChronoUnit.SECONDS) + " " + clause;
  }

  static String join(List<String> clauses) {
    return String.join("  ", clauses);
  }

  static String alarm(String alarm, AlarmState state, String policy) {
    return "a monitor alarm %s in state %s triggered policy %s".formatted(alarm, state, policy);
  }

  /** AWS has no policy that a clock triggers; the clause follows that of an alarm. */
  static String clock(String policy) {
    return "a clock triggered policy " + policy;
  }

  static String scheduled(GroupSizes sizes) {
    return ("a scheduled action update of AutoScalingGroup constraints to min: %d, max: %d,"
            + " desired: %d")
        .formatted(sizes.minimum(), sizes.maximum(), sizes.desired());
  }

  static String created(int desired) {
    return "a user request created an AutoScalingGroup changing the desired capacity from 0 to %d."
        .formatted(desired);
  }

  static String updated(GroupSizes sizes) {
    return "a user request update of AutoScalingGroup constraints to min: %d, max: %d, desired: %d"
        .formatted(sizes.minimum(), sizes.maximum(), sizes.desired());
  }

  static String setDesired() {
    return "a user request explicitly set group desired capacity";
  }

  static String toStandby(String instance, int from, int to) {
    return "instance %s was moved to standby in response to a user request, shrinking the capacity"
            .formatted(instance)
        + fromTo(from, to);
  }

  static String outOfStandby(String instance, int from, int to) {
    return "instance %s was moved out of standby in response to a user request, increasing the"
            .formatted(instance)
        + " capacity"
        + fromTo(from, to);
  }

  static String detached(String instance, int from, int to) {
    return "instance %s was detached in response to a user request, shrinking the capacity"
            .formatted(instance)
        + fromTo(from, to);
  }

  static String attached(int capacity) {
    return "an instance was added in response to user request. Keeping the capacity at the new %d."
        .formatted(capacity);
  }

  static String deleted() {
    return "an instance was taken out of service in response to the deletion of the group.";
  }

  static String terminatedByUser(String instance) {
    return "instance %s was taken out of service in response to a user request".formatted(instance);
  }

  private static String fromTo(int from, int to) {
    return " from %d to %d.".formatted(from, to);
  }

  static String changing(String clause, int from, int to) {
    return "%s changing the desired capacity from %d to %d.".formatted(clause, from, to);
  }

  static String increasing(int from, int to) {
    return "an instance was started in response to a difference between desired and actual"
        + " capacity,"
        + " increasing the capacity from %d to %d.".formatted(from, to);
  }

  static String shrinking(int from, int to) {
    return "an instance was taken out of service in response to a difference between desired and"
        + " actual capacity, shrinking the capacity from %d to %d.".formatted(from, to);
  }

  static String filling(int from, int to) {
    return "an instance was started in response to a difference between desired and actual capacity"
        + " of the warm pool, increasing it from %d to %d.".formatted(from, to);
  }

  static String draining(int from, int to) {
    return "an instance was taken out of the warm pool in response to a difference between its"
        + " desired and actual capacity, shrinking it from %d to %d.".formatted(from, to);
  }

  static String selected(String instance) {
    return "instance " + instance + " was selected for termination.";
  }

  static String unhealthy(HealthFailure failure) {
    return "an instance was taken out of service in response to " + failure.words() + ".";
  }

  static String abandoned() {
    return "an instance was taken out of service in response to an abandoned lifecycle action.";
  }

  static String late() {
    return "an instance was taken out of service in response to a launch that took too long.";
  }

  static String allProtected() {
    return "Could not scale to desired capacity because all remaining instances are protected from"
        + " scale-in.";
  }

  static String replacement() {
    return "an instance was launched in response to an unhealthy instance needing to be replaced.";
  }

  /** AWS has no clause for an instance that is too old; it follows the others. */
  static String tooOld(String instance) {
    return "instance %s was taken out of service because it reached the maximum instance lifetime."
        .formatted(instance);
  }

  static String forTooOld() {
    return "an instance was launched to replace one that reached the maximum instance lifetime.";
  }

  static String atRisk(String instance) {
    return ("instance %s was taken out of service in response to an EC2 instance rebalance"
            + " recommendation.")
        .formatted(instance);
  }

  static String replacesAtRisk(String instance) {
    return ("an instance was launched in response to an EC2 instance rebalance recommendation"
            + " for %s.")
        .formatted(instance);
  }

  static String refreshed(String instance) {
    return "instance %s was taken out of service in response to an instance refresh."
        .formatted(instance);
  }

  static String forRefreshed() {
    return "an instance was launched in response to an instance refresh.";
  }

  /** AWS has no clause for an exchange of purchase options; it follows the others. */
  static String misfit(String instance) {
    return "instance %s was taken out of service in response to a change of the purchase options."
        .formatted(instance);
  }

  static String forMisfit() {
    return "an instance was launched in response to a change of the purchase options.";
  }

  static String rebalancedAway(String zone) {
    return "an instance was taken out of service in zone %s to balance instances in zones."
        .formatted(zone);
  }

  /** The launch that balances zones, or that leaves a zone which the group no longer uses. */
  static String rebalancing(
      ZoneImbalance imbalance, List<String> zones, Map<String, Integer> counts) {
    if (!zones.contains(imbalance.from())) {
      return ("invalid availability zones %s had %d instances respectively. An instance was"
              + " launched to aid in migrating instances from these zones to valid ones.")
          .formatted(imbalance.from(), imbalance.fromCount());
    }
    String numbers =
        zones.stream()
            .map(zone -> counts.getOrDefault(zone, 0).toString())
            .collect(Collectors.joining(" "));
    return ("availability zones %s had %s instances respectively. An instance was launched to aid"
            + " in balancing the group's zones.")
        .formatted(String.join(" ", zones), numbers);
  }
}
