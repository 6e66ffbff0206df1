package io.headroom.elb;

/**
 * The statistics of the requests that one node sent to the instances of one Auto Scaling group
 * through one target group. A cell without a group counts requests that found no target.
 *
 * <p>Counters run from the start of the run; the histogram is emptied each minute. Not thread-safe.
 */
public final class Cell {
  /** The group number of requests that found no target. */
  public static final int NO_GROUP = -1;

  private static final Outcome[] OUTCOMES = Outcome.values();

  private final int index;
  private final int group;
  private final Route route;
  private final long slowNanos;
  private final long[] counts = new long[Outcome.COUNT];
  private final long[] marks = new long[Outcome.COUNT];
  private final TimeBuckets times = new TimeBuckets();
  private long sent;
  private long slow;
  private long completed;
  private long minuteNanos;

  /**
   * Creates an empty cell.
   *
   * @param index its number in the run
   * @param group the number of the group, or {@link #NO_GROUP}
   * @param route the node and target group
   * @param slowNanos completed requests that took longer count as slow
   */
  Cell(int index, int group, Route route, long slowNanos) {
    this.index = index;
    this.group = group;
    this.route = route;
    this.slowNanos = slowNanos;
  }

  int index() {
    return index;
  }

  Route route() {
    return route;
  }

  /** Returns the number of the Auto Scaling group, {@link #NO_GROUP} for requests without one. */
  public int group() {
    return group;
  }

  /** Returns the kind of load balancer that the requests went through. */
  public LoadBalancerType balancerType() {
    return route.node().balancer().spec().type();
  }

  void send() {
    sent++;
  }

  /** Takes back a request that waited without a target and has found one in another cell. */
  void unsend() {
    sent--;
  }

  void count(Outcome outcome) {
    counts[outcome.index()]++;
  }

  void complete(long tookNanos) {
    completed++;
    minuteNanos += tookNanos;
    slow += (slowNanos - tookNanos) >>> 63;
    times.record(tookNanos / 1_000);
  }

  /** Counts a completed request, or takes that back with a sign of -1. */
  void complete(long tookNanos, int sign) {
    completed += sign;
    minuteNanos += sign * tookNanos;
    slow += sign * ((slowNanos - tookNanos) >>> 63);
    times.record(tookNanos / 1_000, sign);
  }

  /** Returns how many requests were sent since the start of the run. */
  public long sent() {
    return sent;
  }

  /** Returns how many requests had this outcome since the start of the run. */
  public long count(Outcome.Kind kind) {
    long total = 0;
    for (Outcome outcome : OUTCOMES) {
      total += outcome.kind() == kind ? total(outcome) : 0;
    }
    return total;
  }

  /** Returns how many completed requests took longer than the limit for slow ones. */
  public long slow() {
    return slow;
  }

  private long total(Outcome outcome) {
    return outcome == Outcome.COMPLETED ? completed : counts[outcome.index()];
  }

  /** Returns how many requests had this outcome since the minute began. */
  public long inMinute(Outcome outcome) {
    return total(outcome) - marks[outcome.index()];
  }

  /** Returns the requests that ended since the minute began, all outcomes together. */
  public long endedInMinute() {
    long total = 0;
    for (Outcome outcome : OUTCOMES) {
      total += inMinute(outcome);
    }
    return total;
  }

  /** Returns the summed response time of the requests completed since the minute began. */
  public long minuteNanos() {
    return minuteNanos;
  }

  /** Hands the response times of the minute, to three significant digits, to the consumer. */
  public void forEachResponseTime(ResponseTimes consumer) {
    times.forEach(consumer);
  }

  /** Hands the response times of the minute, to two significant digits, to the consumer. */
  public void forEachRoundedTime(ResponseTimes consumer) {
    times.forEachRounded(consumer);
  }

  /** Returns the largest of those times, in microseconds. */
  public long longestRoundedTime() {
    return times.longestRounded();
  }

  /** Returns the response times of the minute; not to be changed. */
  TimeBuckets times() {
    return times;
  }

  void closeMinute() {
    times.clear();
    for (Outcome outcome : OUTCOMES) {
      marks[outcome.index()] = total(outcome);
    }
    minuteNanos = 0;
  }
}
