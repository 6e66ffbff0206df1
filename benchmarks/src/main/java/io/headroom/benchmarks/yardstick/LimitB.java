package io.headroom.benchmarks.yardstick;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;

/**
 * Limit B: no departure events at all. Served in order of arrival, a request starts when it arrives
 * or when the first of its instance's workers is free, whichever is later, so its response time is
 * known as soon as it arrives (Kiefer and Wolfowitz, "On the theory of queues with many servers",
 * 1955, doi 10.1090/S0002-9947-1955-0066587-3). A balancer that looks at the requests under way
 * needs the departures after all; they wait in a heap.
 *
 * <p>Twenty lines without an event loop: also the oracle for every engine on the same streams.
 */
public final class LimitB implements Engine {
  private final Balancing balancing;

  /** Creates the engine. */
  public LimitB(Balancing balancing) {
    this.balancing = balancing;
  }

  @Override
  public String name() {
    return "limit B";
  }

  @Override
  public Tally run(Work work) {
    return run(work, work.arrivals(), work.demands(), Times.NEVER);
  }

  /**
   * Does the work with arrivals and demands from elsewhere.
   *
   * @param work the work; as many requests as it has or the arrivals hold
   * @param arrivals when requests arrive
   * @param demands the stream of exponential variates that are scaled to demands
   * @param endNanos requests that would end then or later are left out
   */
  public Tally run(Work work, Arrivals arrivals, RandomStream demands, long endNanos) {
    Times times = new Times(work, arrivals, demands);
    if (balancing == Balancing.ROUND_ROBIN) {
      inTurn(work, times, endNanos);
    } else {
      leastBusy(work, times, endNanos);
    }
    return times.tally();
  }

  private static void inTurn(Work work, Times times, long endNanos) {
    int workers = work.workers();
    long[] free = new long[work.instances() * workers];
    int first = 0;
    for (long now = times.nextArrival(); now != Times.NEVER; now = times.nextArrival()) {
      long end = serve(free, first, workers, now, times.nextDemand());
      if (end < endNanos) {
        times.record(end - now);
      }
      first = first + workers == free.length ? 0 : first + workers;
    }
  }

  /** Gives a request to the worker that is free first, and returns when it ends. */
  private static long serve(long[] free, int first, int workers, long now, long demandNanos) {
    int earliest = first;
    for (int worker = first + 1; worker < first + workers; worker++) {
      earliest = free[worker] < free[earliest] ? worker : earliest;
    }
    long end = Math.max(now, free[earliest]) + demandNanos;
    free[earliest] = end;
    return end;
  }

  private static void leastBusy(Work work, Times times, long endNanos) {
    int workers = work.workers();
    long[] free = new long[work.instances() * workers];
    LeastBusy balancer = new LeastBusy(work.instances());
    Departures departures = new Departures();
    for (long now = times.nextArrival(); now != Times.NEVER; now = times.nextArrival()) {
      while (departures.nextNanos() <= now) {
        balancer.left(departures.remove());
      }
      int instance = balancer.choose();
      long end = serve(free, instance * workers, workers, now, times.nextDemand());
      departures.add(end, instance);
      if (end < endNanos) {
        times.record(end - now);
      }
    }
  }
}
