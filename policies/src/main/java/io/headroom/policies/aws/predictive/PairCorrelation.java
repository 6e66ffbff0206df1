package io.headroom.policies.aws.predictive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How well the scaling metric follows the load of an instance, by the hour over 14 days: Pearson's
 * correlation coefficient (PS13).
 */
final class PairCorrelation {
  private static final int LONGEST = LoadHistory.DAYS_USED * 24;

  private final Deque<double[]> pairs = new ArrayDeque<>();

  void add(double scaling, double loadOfInstance) {
    pairs.addLast(new double[] {scaling, loadOfInstance});
    if (pairs.size() > LONGEST) {
      pairs.removeFirst();
    }
  }

  /** Returns the coefficient; empty while a metric has not varied. */
  OptionalDouble coefficient() {
    double[] means = new double[2];
    for (double[] pair : pairs) {
      means[0] += pair[0] / pairs.size();
      means[1] += pair[1] / pairs.size();
    }
    double covariance = 0;
    double scalingVariance = 0;
    double loadVariance = 0;
    for (double[] pair : pairs) {
      double scaling = pair[0] - means[0];
      double load = pair[1] - means[1];
      covariance += scaling * load;
      scalingVariance += scaling * scaling;
      loadVariance += load * load;
    }
    double scale = Math.sqrt(scalingVariance * loadVariance);
    return scale > 0 ? OptionalDouble.of(covariance / scale) : OptionalDouble.empty();
  }
}
