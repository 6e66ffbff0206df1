package io.headroom.elb;

import io.headroom.sim.RandomStream;
import java.util.Arrays;

/**
 * Least outstanding requests: the target to which this node has the fewest requests under way, the
 * next in round-robin order among equals.
 *
 * <p>"Routing algorithms", User Guide for Application Load Balancers. Targets are kept as one bit
 * set for each number of outstanding requests, so that a choice costs O(targets / 64) and a change
 * O(1).
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

  private static final class Levels implements Router {
    /** Place of a target in the rotation, -1 for one that is not in it. */
    private int[] places = {};

    private int[] outstanding = {};
    private int[] targets = {};
    private int words;
    private long[][] levels = {};
    private int[] sizes = {};
    private int lowest;
    private int position;

    @Override
    public void rotation(int[] newTargets) {
      Arrays.fill(places, -1);
      targets = newTargets;
      words = (newTargets.length + 63) >>> 6;
      levels = new long[0][];
      sizes = new int[0];
      lowest = Integer.MAX_VALUE;
      position = position >= newTargets.length ? 0 : position;
      for (int place = 0; place < newTargets.length; place++) {
        makeRoomForTarget(newTargets[place]);
        places[newTargets[place]] = place;
        add(place, outstanding[newTargets[place]]);
      }
    }

    @Override
    public int route(long nowNanos) {
      long[] level = levels[lowest];
      int place = nextSetBit(level, position);
      place = place < 0 ? nextSetBit(level, 0) : place;
      position = place + 1 == targets.length ? 0 : place + 1;
      return targets[place];
    }

    @Override
    public void sent(int target) {
      move(target, 1);
    }

    @Override
    public void ended(int target) {
      move(target, -1);
    }

    private void move(int target, int change) {
      int before = outstanding[target];
      outstanding[target] = before + change;
      int place = places[target];
      if (place >= 0) {
        remove(place, before);
        add(place, before + change);
      }
    }

    private void add(int place, int count) {
      makeRoomForLevel(count);
      levels[count][place >>> 6] |= 1L << place;
      sizes[count]++;
      lowest = Math.min(lowest, count);
    }

    private void remove(int place, int count) {
      levels[count][place >>> 6] &= ~(1L << place);
      sizes[count]--;
      if (sizes[count] == 0 && lowest == count) {
        lowest = nextLevel(count + 1);
      }
    }

    private int nextLevel(int from) {
      for (int count = from; count < sizes.length; count++) {
        if (sizes[count] > 0) {
          return count;
        }
      }
      return Integer.MAX_VALUE;
    }

    private void makeRoomForTarget(int target) {
      if (target >= places.length) {
        int length = places.length;
        places = Arrays.copyOf(places, Math.max(2 * length, target + 1));
        Arrays.fill(places, length, places.length, -1);
        outstanding = Arrays.copyOf(outstanding, places.length);
      }
    }

    private void makeRoomForLevel(int count) {
      if (count >= levels.length) {
        int length = levels.length;
        levels = Arrays.copyOf(levels, Math.max(2 * length, count + 1));
        for (int i = length; i < levels.length; i++) {
          levels[i] = new long[words];
        }
        sizes = Arrays.copyOf(sizes, levels.length);
      }
    }

    private static int nextSetBit(long[] bits, int from) {
      int word = from >>> 6;
      long rest = bits[word] & (-1L << from);
      while (rest == 0 && ++word < bits.length) {
        rest = bits[word];
      }
      return rest == 0 ? -1 : (word << 6) + Long.numberOfTrailingZeros(rest);
    }
  }
}
