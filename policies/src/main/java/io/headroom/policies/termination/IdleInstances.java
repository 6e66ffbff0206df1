package io.headroom.policies.termination;

import io.headroom.autoscaling.termination.TerminationFunction;
import io.headroom.autoscaling.termination.TerminationFunctionProvider;
import io.headroom.autoscaling.termination.TerminationRequest;
import io.headroom.autoscaling.termination.TerminationRequest.Candidate;
import io.headroom.sim.Settings;
import java.util.List;

/**
 * Lets only those instances leave that have little or nothing to do, so that no long piece of work
 * is cut off.
 *
 * <p>"Create a custom termination policy with Lambda", Amazon EC2 Auto Scaling User Guide, names
 * the reason: an application decides which of its instances are ready to be terminated. Busy
 * instances stay, however far the group is over its desired capacity, and are asked about again.
 *
 * @param requests how many requests an instance may have in flight, at least 0
 */
public record IdleInstances(int requests) implements TerminationFunction {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public IdleInstances {
    if (requests < 0) {
      throw new IllegalArgumentException("requests must not be negative, was " + requests);
    }
  }

  @Override
  public List<String> choose(TerminationRequest request) {
    return request.instances().stream()
        .filter(each -> each.inFlight() <= requests)
        .map(Candidate::id)
        .toList();
  }

  /** Reads {@code idle: {requests: 0}}. */
  public static final class Provider implements TerminationFunctionProvider {
    @Override
    public String key() {
      return "idle";
    }

    @Override
    public TerminationFunction create(Settings settings) {
      double requests = settings.number("requests", 0);
      if (requests < 0 || requests > Integer.MAX_VALUE || requests != StrictMath.rint(requests)) {
        settings.problem("requests", "must be a whole number from 0 on, was " + requests);
        return new IdleInstances(0);
      }
      return new IdleInstances((int) requests);
    }
  }
}
