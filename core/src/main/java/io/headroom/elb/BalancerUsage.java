package io.headroom.elb;

import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What a load balancer is used for, by the hour: the base of its bill.
 *
 * <p>"Elastic Load Balancing pricing": a capacity unit covers 25 new connections a second, 3,000
 * active connections or 1 GB an hour on an Application Load Balancer, 800 new flows a second,
 * 100,000 active flows or 1 GB an hour on a Network Load Balancer; the largest of the three counts,
 * each averaged over the hour. Ten rule evaluations for a request are free.
 */
final class BalancerUsage {
  private static final double GIGABYTE = 1e9;

  /** How many requests share a client connection; nothing is documented, browsers reuse theirs. */
  private static final double REQUESTS_PER_CONNECTION = 10;

  private final List<Minute> hours = new ArrayList<>();
  private long bytesBefore;
  private int minutes;

  /**
   * The use of a stretch of time.
   *
   * @param seconds its length
   * @param requests requests that ended
   * @param bytes bytes between clients and load balancer
   * @param activeSeconds requests under way, integrated over the time
   */
  record Minute(double seconds, long requests, long bytes, double activeSeconds) {
    Minute plus(Minute other) {
      return new Minute(
          seconds + other.seconds,
          requests + other.requests,
          bytes + other.bytes,
          activeSeconds + other.activeSeconds);
    }

    double active() {
      return activeSeconds / seconds;
    }

    double newConnections() {
      return requests / REQUESTS_PER_CONNECTION;
    }

    double applicationUnits() {
      return largest(newConnections() / seconds / 25, active() / 3_000);
    }

    /**
     * Returns the use by a part of the requests. Bytes are not counted by node: the part has the
     * same share of them as of the requests, which is exact where all requests are of one size.
     */
    Minute shareOf(MinuteTally part) {
      long share = requests == 0 ? 0 : Math.round(bytes * (part.ended() / (double) requests));
      return new Minute(seconds, part.ended(), share, part.completedSeconds());
    }

    double networkUnits() {
      return largest(requests / seconds / 800, active() / 100_000);
    }

    private double largest(double fresh, double active) {
      double gigabytesAnHour = bytes / GIGABYTE * 3_600 / seconds;
      return Math.max(gigabytesAnHour, Math.max(fresh, active));
    }
  }

  /**
   * Takes a minute into account.
   *
   * @param balancer the load balancer
   * @param tally what ended in the minute
   * @param lengthNanos the length of the minute; less than a minute at the end of a run
   */
  Minute add(LoadBalancer balancer, MinuteTally tally, long lengthNanos) {
    long bytes = balancer.bytes() - bytesBefore;
    bytesBefore = balancer.bytes();
    Minute minute =
        new Minute(SimTime.seconds(lengthNanos), tally.ended(), bytes, tally.completedSeconds());
    if (minutes % 60 == 0) {
      hours.add(minute);
    } else {
      hours.set(hours.size() - 1, hours.get(hours.size() - 1).plus(minute));
    }
    minutes++;
    return minute;
  }

  /** Returns the use by started hour. */
  List<Minute> hours() {
    return hours;
  }
}
