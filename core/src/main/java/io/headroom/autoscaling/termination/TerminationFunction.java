package io.headroom.autoscaling.termination;

import java.util.List;

/**
 * Says which instances may leave a group now; asked before the termination policies (11.4).
 *
 * <p>"Create a custom termination policy with Lambda", Amazon EC2 Auto Scaling User Guide. Its
 * answer takes no time. More instances than asked for leave the choice among them to the other
 * termination policies; fewer, or none, let only those leave, and it is asked again later. It is
 * not asked about unhealthy instances, Spot interruptions and requests of users. An implementation
 * is an immutable value, safe for parallel runs: what it answers follows from the request alone.
 */
@FunctionalInterface
public interface TerminationFunction {
  /**
   * Returns the ids of instances that may leave, of those in the request or others of the group.
   *
   * @throws TerminationFailure if it has no answer, as after an error or a time-out; then nothing
   *     leaves, and it is asked again a minute later
   */
  List<String> choose(TerminationRequest request);
}
