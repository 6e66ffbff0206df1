package io.headroom.benchmarks.yardstick;

import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;

/**
 * The work that every engine is measured on: Poisson arrivals, a balancer, instances that serve in
 * order of arrival with a fixed number of workers each and an unbounded queue, exponential demands
 * drawn at arrival from a stream of their own. The fleet starts empty; the work is done when the
 * last request has left.
 *
 * @param instances how many instances
 * @param workers how many workers each has, a power of two
 * @param requestsPerSecond the rate of arrivals
 * @param meanSeconds the mean demand
 * @param requests how many requests
 * @param seed of the random streams
 */
public record Work(
    int instances,
    int workers,
    double requestsPerSecond,
    double meanSeconds,
    long requests,
    long seed) {

  /** Checks the ranges. */
  public Work {
    if (instances <= 0 || Integer.bitCount(workers) != 1) {
      throw new IllegalArgumentException(
          "instances must be positive and workers a power of two, were %d and %d"
              .formatted(instances, workers));
    }
    if (!(requestsPerSecond > 0 && meanSeconds > 0)) {
      throw new IllegalArgumentException(
          "requestsPerSecond and meanSeconds must be positive, were %s and %s"
              .formatted(requestsPerSecond, meanSeconds));
    }
  }

  /** Returns the standard work: 20 instances of 2 workers, 320 requests a second, 100 ms each. */
  public static Work standard(long requests) {
    return new Work(20, 2, 320, 0.1, requests, 42);
  }

  /** Returns a copy with another number of instances and the same load on each of them. */
  public Work onInstances(int newInstances) {
    double rate = requestsPerSecond * newInstances / instances;
    return new Work(newInstances, workers, rate, meanSeconds, requests, seed);
  }

  /** Returns a copy with another rate of arrivals. */
  public Work atRate(double newRequestsPerSecond) {
    return new Work(instances, workers, newRequestsPerSecond, meanSeconds, requests, seed);
  }

  /** Returns the share of the workers that is busy on average, above 1 in overload. */
  public double load() {
    return requestsPerSecond * meanSeconds / (instances * workers);
  }

  /** Returns the arrivals, found with one variate and one addition for each. */
  public Arrivals arrivals() {
    RandomStream random = new RandomStreams(seed, 0).stream("yardstick/arrivals");
    return new PoissonArrivals(random, 1e9 / requestsPerSecond);
  }

  /** Returns the stream of the demands. */
  public RandomStream demands() {
    return new RandomStreams(seed, 0).stream("yardstick/demands");
  }

  /** Returns the mean demand in nanoseconds. */
  double meanNanos() {
    return meanSeconds * 1e9;
  }
}
