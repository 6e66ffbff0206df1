package io.headroom.workloads;

import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import io.headroom.workload.Workload;

/**
 * The workload whose requests form a Poisson process: independent of each other, with an intensity
 * that follows a rate function. Uses the random stream {@code arrivals}.
 *
 * @param name the name for reports
 * @param rate the intensity, in requests per second
 */
public record Poisson(String name, RateFunction rate) implements Workload {
  /**
   * Returns the homogeneous Poisson process.
   *
   * @param rate requests per second, at least 0
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static Poisson ofRate(double rate) {
    return new Poisson("poisson", RateFunction.constant(rate));
  }

  /** Returns this workload with its rate multiplied by a function, such as a flash crowd. */
  public Poisson times(RateFunction factor) {
    return new Poisson(name, rate.times(factor));
  }

  @Override
  public Arrivals open(RandomStreams random, long horizonNanos) {
    return rate.poissonArrivals(random.stream("arrivals"), horizonNanos);
  }

  @Override
  public double requestsPerSecond(long timeNanos) {
    return rate.at(timeNanos);
  }
}
