package io.headroom.elb;

import io.headroom.sim.RandomStream;
import java.util.Arrays;

/**
 * Least outstanding requests: the target to which this node has the fewest requests under way, the
 * next in round-robin order among equals.
 *
 * <p>"Routing algorithms", User Guide for Application Load Balancers. Targets are kept as one bit
 * set for each number of outstanding requests, so that a change costs O(1) and a choice hardly
 * more: one word holds 64 targets, and one word says which of 64 words are not empty.
 */
final class LeastOutstandingRequests implements RoutingAlgorithm {
  static final LeastOutstandingRequests INSTANCE = new LeastOutstandingRequests();

  private LeastOutstandingRequests() {}

  @Override
  public String name() {
    return "least_outstanding_requests";
  }

  @Override
  public Router newRouter(RandomStream random) {
    return new Levels();
  }

  @Override
  public String toString() {
    return name();
  }

  /** The memory of one node. */
  static final class Levels implements Router {
    /** For each target its place in the rotation, -1 without one, and the requests under way. */
    private int[] states = {};

    private int[] targets = {};

    /** The places with each number of outstanding requests; none below the lowest. */
    private BitRings levels = new BitRings(1);

    private int lowest;
    private int position;

    @Override
    public void rotation(int[] newTargets) {
      for (int target = 0; target < states.length / 2; target++) {
        states[2 * target] = -1;
      }
      targets = newTargets;
      levels = new BitRings(newTargets.length);
      lowest = Integer.MAX_VALUE;
      for (int place = 0; place < newTargets.length; place++) {
        int target = newTargets[place];
        makeRoomForTarget(target);
        states[2 * target] = place;
        int outstanding = states[2 * target + 1];
        levels.add(outstanding, place);
        lowest = Math.min(lowest, outstanding);
      }
    }

    @Override
    public int route(long nowNanos) {
      int place = levels.next(lowest, position < targets.length ? position : 0);
      position = place + 1 == targets.length ? 0 : place + 1;
      return targets[place];
    }

    @Override
    public void sent(int target) {
      makeRoomForTarget(target);
      int before = states[2 * target + 1]++;
      int place = states[2 * target];
      if (place >= 0) {
        levels.move(before, before + 1, place);
        // The target is now one above, so there is somebody.
        lowest += before == lowest ? levels.isEmptyAsBit(before) : 0;
      }
    }

    @Override
    public void ended(int target) {
      int after = --states[2 * target + 1];
      int place = states[2 * target];
      if (place >= 0) {
        levels.move(after + 1, after, place);
        lowest = Math.min(lowest, after);
      }
    }

    private void makeRoomForTarget(int target) {
      int length = states.length;
      if (2 * target >= length) {
        states = Arrays.copyOf(states, Math.max(2 * length, 2 * target + 2));
        for (int i = length; i < states.length; i += 2) {
          states[i] = -1;
        }
      }
    }
  }
}
