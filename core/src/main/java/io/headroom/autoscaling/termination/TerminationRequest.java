package io.headroom.autoscaling.termination;

import io.headroom.ec2.PurchaseOption;
import java.time.Duration;
import java.util.List;

/**
 * What a custom termination policy is told.
 *
 * <p>"Create a custom termination policy with Lambda", section "Input data", Amazon EC2 Auto
 * Scaling User Guide. Age and requests in flight are not in AWS's input; they stand for what a
 * function would look up about an instance.
 *
 * @param group the group's name
 * @param cause why instances are to leave
 * @param capacity how much is to leave, by zone and purchase option
 * @param instances those that may leave, at most 30,000, in the order in which the other
 *     termination policies would choose them
 */
public record TerminationRequest(
    String group, Cause cause, List<CapacityToTerminate> capacity, List<Candidate> instances) {
  /** How many instances a request holds at most. */
  public static final int MOST_INSTANCES = 30_000;

  /** Why instances are to leave. */
  public enum Cause {
    /** The desired capacity fell. */
    SCALE_IN,
    /** An instance refresh replaces them. */
    INSTANCE_REFRESH,
    /** They reached the maximum instance lifetime. */
    MAX_INSTANCE_LIFETIME,
    /** The zones are out of balance. */
    REBALANCE
  }

  /**
   * A part of what is to leave.
   *
   * @param zone the zone
   * @param capacity how many units
   * @param market how they were bought
   */
  public record CapacityToTerminate(String zone, int capacity, PurchaseOption market) {}

  /**
   * An instance that may leave.
   *
   * @param id the instance's id
   * @param zone its zone
   * @param type the name of its instance type
   * @param market how it was bought
   * @param age how long ago it was launched
   * @param inFlight how many requests it has at work or in its queue
   */
  public record Candidate(
      String id, String zone, String type, PurchaseOption market, Duration age, int inFlight) {}

  /** Copies the lists. */
  public TerminationRequest {
    capacity = List.copyOf(capacity);
    instances = List.copyOf(instances);
  }

  /** Returns how many units are to leave. */
  public int total() {
    return capacity.stream().mapToInt(CapacityToTerminate::capacity).sum();
  }
}
