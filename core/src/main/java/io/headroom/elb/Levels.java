package io.headroom.elb;

import java.util.Arrays;

/**
 * The targets of a node by their number of requests under way, told of each request and each end.
 *
 * <p>Targets are kept as one bit set for each number, so that a change costs O(1) and a choice
 * hardly more: one word holds 64 targets, and one word says which of 64 words are not empty. Not
 * thread-safe.
 */
final class Levels {
  /** For each target its place in the rotation, -1 without one, and the requests under way. */
  private int[] states = {};

  /** The places with each number of outstanding requests; none below the lowest. */
  private BitRings levels = new BitRings(1);

  private int lowest;
  private int underWay;

  /** Replaces the targets that have places; all keep their requests. */
  void rotation(int[] targets) {
    for (int target = 0; target < states.length / 2; target++) {
      states[2 * target] = -1;
    }
    levels = new BitRings(targets.length);
    lowest = Integer.MAX_VALUE;
    for (int place = 0; place < targets.length; place++) {
      int target = targets[place];
      makeRoomForTarget(target);
      states[2 * target] = place;
      int outstanding = states[2 * target + 1];
      levels.add(outstanding, place);
      lowest = Math.min(lowest, outstanding);
    }
  }

  /** Returns the next place from one on, going round, of those with the fewest requests. */
  int next(int from) {
    return levels.next(lowest, from);
  }

  /** Returns the place of a target in the rotation, -1 without one. */
  int place(int target) {
    return 2 * target < states.length ? states[2 * target] : -1;
  }

  /** Returns how many requests are under way at all targets, without a place or with. */
  int underWay() {
    return underWay;
  }

  /** Returns whether all requests under way are at places, and at each so many at most. */
  boolean isPlaced(int most) {
    for (int i = 0; i < states.length; i += 2) {
      int limit = states[i] < 0 ? 0 : most;
      if (states[i + 1] > limit) {
        return false;
      }
    }
    return true;
  }

  /** Learns that a request was sent to a target. */
  void sent(int target) {
    makeRoomForTarget(target);
    underWay++;
    int before = states[2 * target + 1]++;
    int place = states[2 * target];
    if (place >= 0) {
      levels.move(before, before + 1, place);
      // The target is now one above, so there is somebody.
      lowest += before == lowest ? levels.isEmptyAsBit(before) : 0;
    }
  }

  /** Learns that a request sent to a target has ended. */
  void ended(int target) {
    underWay--;
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
