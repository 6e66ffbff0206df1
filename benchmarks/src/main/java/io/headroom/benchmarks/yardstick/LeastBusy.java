package io.headroom.benchmarks.yardstick;

import java.util.Arrays;

/**
 * Least outstanding requests without a scan: for each number of requests under way, a set of bits
 * with the instances that have so many.
 */
final class LeastBusy implements Balancer {
  private final int[] underWay;
  private long[] members = new long[64];
  private int least;

  /** Creates the sets, at most 64 instances. */
  LeastBusy(int instances) {
    if (instances > Long.SIZE) {
      throw new IllegalArgumentException("instances must be at most 64, was " + instances);
    }
    underWay = new int[instances];
    members[0] = -1L >>> -instances;
  }

  @Override
  public int choose() {
    while (members[least] == 0) {
      least++;
    }
    int chosen = Long.numberOfTrailingZeros(members[least]);
    move(chosen, least + 1);
    return chosen;
  }

  @Override
  public void left(int instance) {
    int fewer = underWay[instance] - 1;
    move(instance, fewer);
    least = Math.min(least, fewer);
  }

  private void move(int instance, int count) {
    if (count == members.length) {
      members = Arrays.copyOf(members, 2 * count);
    }
    members[underWay[instance]] &= ~(1L << instance);
    members[count] |= 1L << instance;
    underWay[instance] = count;
  }
}
