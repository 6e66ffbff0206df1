package io.headroom.elb;

import io.headroom.ec2.Requests;
import io.headroom.sim.Distribution;
import io.headroom.sim.HotSource;
import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;
import io.headroom.workload.RequestProfile;
import java.time.Duration;

/** One stream of requests to one place: the next arrival and the deadlines of those under way. */
final class TrafficSource {
  /** "Troubleshoot your Application Load Balancers": connections to targets time out after 10 s. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Arrivals arrivals;
  private final Distribution demand;
  private final RandomStream demandRandom;
  private final Destination destination;
  private final RequestProfile profile;
  private final Outcome timeoutOutcome;
  private final Deadlines waits;
  private final Deadlines connects;
  private final long[] buffer = new long[1_024];
  private int position;
  private int filled;
  private long nextNanos;
  private long arrived;

  /** What a source is made of. */
  record Parts(
      Arrivals arrivals,
      RequestProfile profile,
      RandomStream demandRandom,
      Destination destination) {}

  /**
   * Creates a source.
   *
   * @param parts arrivals, demands and destination
   * @param requests the table of requests
   * @param number the number of the source in the run
   */
  TrafficSource(Parts parts, Requests requests, int number) {
    arrivals = parts.arrivals;
    profile = parts.profile;
    demand = parts.profile.demand();
    demandRandom = parts.demandRandom;
    destination = parts.destination;
    Duration client = parts.profile.timeout();
    Duration idle = destination.idleTimeout();
    timeoutOutcome = client.compareTo(idle) <= 0 ? Outcome.CLIENT_TIMEOUT : Outcome.IDLE_TIMEOUT;
    Duration wait = shorter(client, idle);
    waits = new Deadlines(requests, wait.toNanos(), 2 * number);
    connects = new Deadlines(requests, shorter(wait, CONNECT_TIMEOUT).toNanos(), 2 * number + 1);
    advance();
    arrived = 0;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  long nextNanos() {
    return nextNanos;
  }

  /** Counts the arrival that is due and looks up the next one. */
  void advance() {
    arrived++;
    if (position == filled) {
      position = 0;
      filled = arrivals.next(buffer);
    }
    nextNanos = filled == 0 ? HotSource.NEVER : buffer[position++];
  }

  long drawDemandNanos() {
    return demand.sampleNanos(demandRandom);
  }

  RequestProfile profile() {
    return profile;
  }

  Destination destination() {
    return destination;
  }

  Outcome timeoutOutcome() {
    return timeoutOutcome;
  }

  Deadlines waits() {
    return waits;
  }

  Deadlines connects() {
    return connects;
  }

  long arrived() {
    return arrived;
  }
}
