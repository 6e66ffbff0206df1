package io.headroom.elb;

/** Takes the response times that a {@link Cell} has counted in a minute. */
@FunctionalInterface
public interface ResponseTimes {
  /**
   * Takes requests with the same response time.
   *
   * @param micros the response time of the target in microseconds, the least of its bucket
   * @param count how many requests
   */
  void add(long micros, long count);
}
