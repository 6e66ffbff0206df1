package io.headroom.ec2.spot;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The Spot price of one pool over the On-Demand price, from the start of the run on; grows as far
 * as it is asked for. A question costs O(log n) in the number of changes.
 */
final class PriceWalk {
  private static final double DAYS = 24.0 * 3_600;

  private final double mean;
  private final PriceModel model;
  private final RandomStream random;
  private final List<Step> steps = new ArrayList<>();
  private double deviation;
  private double variance;

  /** A share that is in force from an instant on. */
  private record Step(long fromNanos, double share) {}

  PriceWalk(double mean, PriceModel model, RandomStream random) {
    this.mean = mean;
    this.model = model;
    this.random = random;
    steps.add(new Step(0, mean));
  }

  /** Returns the share at an instant. */
  double at(long timeNanos) {
    return steps.get(indexAt(timeNanos)).share;
  }

  /** Returns when the share changes next after an instant. */
  long nextChangeNanos(long timeNanos) {
    growBeyond(timeNanos);
    return steps.get(indexAt(timeNanos) + 1).fromNanos;
  }

  private int indexAt(long timeNanos) {
    growBeyond(timeNanos);
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (steps.get(middle).fromNanos <= timeNanos) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void growBeyond(long timeNanos) {
    while (last().fromNanos <= timeNanos) {
      grow();
    }
  }

  private Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The correction by half of the variance keeps the mean of the price where it shall be. */
  private void grow() {
    double waitSeconds = random.nextExponential() * model.meanStep().toNanos() / 1e9;
    double days = waitSeconds / DAYS;
    double kept = StrictMath.pow(0.5, waitSeconds / (model.halfLife().toNanos() / 1e9));
    double pushed = model.dailySpread() * model.dailySpread() * days;
    deviation = kept * deviation + StrictMath.sqrt(pushed) * random.nextGaussian();
    variance = kept * kept * variance + pushed;
    long waitNanos = Math.max(1, (long) (waitSeconds * SimTime.SECOND));
    double share = Math.min(1, mean * StrictMath.exp(deviation - variance / 2));
    steps.add(new Step(last().fromNanos + waitNanos, share));
  }
}
