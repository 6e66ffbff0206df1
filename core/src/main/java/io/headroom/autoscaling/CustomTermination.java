package io.headroom.autoscaling;

import io.headroom.ec2.PurchaseOption;
import java.util.List;

/**
 * A user's own function that says which instances may leave at a scale-in, asked before the
 * termination policies (11.4).
 *
 * <p>"Create a custom termination policy with Lambda", Amazon EC2 Auto Scaling User Guide. It
 * answers at once; an answer with fewer instances than asked for lets only those leave, and it is
 * asked again a minute later. It is not asked about unhealthy instances or Spot interruptions.
 */
@FunctionalInterface
public interface CustomTermination {
  /** Returns the ids of instances that may leave, of those proposed or others. */
  List<String> choose(Request request);

  /**
   * What the function is told.
   *
   * @param group the group's name
   * @param capacity what is to leave, by zone and purchase option
   * @param instances the ids that the termination policies would choose, in order
   */
  record Request(String group, List<CapacityToTerminate> capacity, List<String> instances) {
    /** Copies the lists. */
    public Request {
      capacity = List.copyOf(capacity);
      instances = List.copyOf(instances);
    }

    /** Returns how many units are to leave. */
    public int total() {
      return capacity.stream().mapToInt(CapacityToTerminate::capacity).sum();
    }
  }

  /**
   * A part of what is to leave.
   *
   * @param zone the zone
   * @param capacity how many units
   * @param market how they were bought
   */
  record CapacityToTerminate(String zone, int capacity, PurchaseOption market) {}
}
