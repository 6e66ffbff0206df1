package io.headroom.elb;

import io.headroom.ec2.Requests;
import io.headroom.sim.Distribution;
import io.headroom.sim.HotSource;
import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;
import io.headroom.workload.RequestProfile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One stream of requests to one place: the next arrival and the deadlines of those under way.
 *
 * <p>Arrivals and demands are drawn a block ahead, each from a stream of its own, so that the loop
 * over requests only reads two arrays.
 */
final class TrafficSource {
  /** "Troubleshoot your Application Load Balancers": connections to targets time out after 10 s. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final int BLOCK = 512;

  private final Arrivals arrivals;
  private final Distribution demand;
  private final RandomStream demandRandom;
  private final Destination destination;
  private final long requestBytes;
  private final long responseBytes;
  private final Outcome timeoutOutcome;
  private final long label;
  private final long planNanos;
  private final Deadlines waits;
  private final Deadlines connects;
  private final long[] arrivalNanos = new long[BLOCK];
  private final double[] demandSeconds = new double[BLOCK];
  private final long[] demandNanos = new long[BLOCK];

  /** The only route there is, null while there are several. */
  private @Nullable Route oneWay;

  private int position;
  private int filled;
  private long arrivedBefore;

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
    requestBytes = parts.profile.requestBytes();
    responseBytes = parts.profile.responseBytes();
    demand = parts.profile.demand();
    demandRandom = parts.demandRandom;
    destination = parts.destination;
    Duration client = parts.profile.timeout();
    Duration idle = destination.idleTimeout();
    timeoutOutcome = client.compareTo(idle) <= 0 ? Outcome.CLIENT_TIMEOUT : Outcome.IDLE_TIMEOUT;
    Duration wait = shorter(client, idle);
    waits = new Deadlines(requests, wait.toNanos(), 2 * number);
    connects = new Deadlines(requests, shorter(wait, CONNECT_TIMEOUT).toNanos(), 2 * number + 1);
    label = (long) number << Planner.SOURCE_SHIFT;
    planNanos = Math.min(wait.toNanos(), Planner.LONGEST_NANOS);
    drawBlock();
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private void drawBlock() {
    arrivedBefore += filled;
    position = 0;
    filled = arrivals.next(arrivalNanos);
    if (filled == 0) {
      arrivalNanos[0] = HotSource.NEVER;
    }
    demand.sample(demandRandom, demandSeconds, filled);
    for (int i = 0; i < filled; i++) {
      demandNanos[i] = Distribution.wholeNanos(demandSeconds[i]);
    }
  }

  /** Returns when the next request arrives, {@link HotSource#NEVER} if none will. */
  long nextNanos() {
    return arrivalNanos[position];
  }

  /** Counts the arrival that is due, moves on to the next one, and returns its demand. */
  long takeDemandNanos() {
    long taken = demandNanos[position++];
    if (position == filled) {
      drawBlock();
    }
    return taken;
  }

  long requestBytes() {
    return requestBytes;
  }

  long responseBytes() {
    return responseBytes;
  }

  Destination destination() {
    return destination;
  }

  /** Learns which nodes clients know: their routes, by number of the target group. */
  void follow(Route[][] routesInDns) {
    destination.follow(routesInDns);
    oneWay = destination.oneWay();
  }

  /** Returns the route of the next request. */
  Route pick() {
    Route route = oneWay;
    return route == null ? destination.pick() : route;
  }

  /** Returns the number of the source where labels of planned requests hold it. */
  long label() {
    return label;
  }

  /** Returns how long a request may take at most to be planned: so that it does not expire. */
  long planNanos() {
    return planNanos;
  }

  Outcome timeoutOutcome() {
    return timeoutOutcome;
  }

  /** Deadlines of requests that a machine has accepted. */
  Deadlines waits() {
    return waits;
  }

  /** Deadlines of requests to machines that do not answer. */
  Deadlines connects() {
    return connects;
  }

  /** Returns how many requests have arrived since the start of the run. */
  long arrived() {
    return arrivedBefore + position;
  }

  /** Returns the bytes of those requests and of their responses. */
  long bytes() {
    return arrived() * (requestBytes + responseBytes);
  }
}
