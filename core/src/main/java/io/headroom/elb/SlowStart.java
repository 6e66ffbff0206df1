package io.headroom.elb;

import io.headroom.ec2.WinnerTree;
import java.util.Arrays;

/**
 * Routing while targets ramp up: weighted round robin with the weights of slow start.
 *
 * <p>"Slow start mode", User Guide for Application Load Balancers. A target that became healthy t
 * ago has weight max(1/D, t/D) for a duration of D seconds, the others have weight 1. Those of
 * weight 1 take turns; when each of them has had one, a round is over. A target of weight w gets a
 * request every 1/w rounds, the first after half of that. Shares are those of smooth weighted round
 * robin, for a choice that costs O(log(ramping targets)) instead of a look at every target.
 */
final class SlowStart implements Router {
  private static final long NOT_RAMPING = -1;
  private static final long ROUND = 1L << 20;

  private final double durationSeconds;
  private int[] full = {};
  private int[] ramping = {};
  private long[] sinceNanos = {};

  /** When the next request of a ramping target is due, in parts of a round. */
  private WinnerTree dues = new WinnerTree();

  private int position;
  private long turn;
  private long turnLength;
  private long nextDue;
  private boolean planned;

  SlowStart(double durationSeconds) {
    this.durationSeconds = durationSeconds;
  }

  @Override
  public void rotation(int[] targets) {
    long[] none = new long[targets.length];
    Arrays.fill(none, NOT_RAMPING);
    rotation(targets, none);
  }

  /**
   * Replaces the targets that may receive requests.
   *
   * @param targets their numbers in order of registration
   * @param rampNanos when each began to ramp up, -1 for one that does not
   */
  void rotation(int[] targets, long[] rampNanos) {
    full = new int[targets.length];
    ramping = new int[targets.length];
    sinceNanos = new long[targets.length];
    dues = new WinnerTree();
    int fullCount = 0;
    int rampingCount = 0;
    for (int i = 0; i < targets.length; i++) {
      if (rampNanos[i] == NOT_RAMPING) {
        full[fullCount++] = targets[i];
      } else {
        sinceNanos[rampingCount] = rampNanos[i];
        ramping[rampingCount++] = targets[i];
      }
    }
    full = Arrays.copyOf(full, fullCount);
    ramping = Arrays.copyOf(ramping, rampingCount);
    position = position >= fullCount ? 0 : position;
    turn = 0;
    turnLength = ROUND / Math.max(1, fullCount);
    planned = false;
  }

  @Override
  public int route(long nowNanos) {
    if (!planned) {
      plan(nowNanos);
    }
    if (turn < nextDue && full.length > 0) {
      turn += turnLength;
      int target = full[position];
      position = position + 1 == full.length ? 0 : position + 1;
      return target;
    }
    int place = dues.nextSlot();
    setDue(place, nextDue + interval(place, nowNanos));
    return ramping[place];
  }

  private void plan(long nowNanos) {
    planned = true;
    nextDue = Long.MAX_VALUE;
    for (int place = 0; place < ramping.length; place++) {
      setDue(place, turn + interval(place, nowNanos) / 2);
    }
  }

  private void setDue(int place, long due) {
    dues.set(place, due);
    nextDue = dues.nextNanos();
  }

  /** Returns the time between two requests of a ramping target, in parts of a round. */
  private long interval(int place, long nowNanos) {
    double seconds = (nowNanos - sinceNanos[place]) / 1e9;
    return (long) (ROUND * Math.max(1, durationSeconds / Math.max(1, seconds)));
  }
}
