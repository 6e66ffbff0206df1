package io.headroom.benchmarks.yardstick;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;

/**
 * Limit A for processor sharing: the barest loop with an event for each arrival and each departure,
 * on instances that share their workers evenly among all requests, at most one worker each.
 *
 * <p>Virtual time of an instance grows by the speed of each request, so that the order of the ends
 * never changes: a sorted ring for each instance, and the next end of each in a tournament. Its
 * loop stands beside that of {@link LimitA} and is not shared with it: a call between them that the
 * compiler cannot bind would be no limit any more.
 */
public final class SharedLimit implements Engine {
  private final Balancing balancing;

  /** Creates the engine. */
  public SharedLimit(Balancing balancing) {
    this.balancing = balancing;
  }

  @Override
  public String name() {
    return "limit A";
  }

  @Override
  public Tally run(Work work) {
    return run(work, work.arrivals(), work.demands());
  }

  /** Does the work with arrivals and demands from elsewhere. */
  public Tally run(Work work, Arrivals arrivals, RandomStream demands) {
    Balancer balancer = Balancer.of(balancing, work.instances());
    Times times = new Times(work, arrivals, demands);
    new Loop(work, balancer, times).run();
    return times.tally();
  }

  private static final class Loop {
    private final Balancer balancer;
    private final Times times;
    private final Tournament ends;
    private final Sharing[] instances;

    Loop(Work work, Balancer balancer, Times times) {
      this.balancer = balancer;
      this.times = times;
      ends = new Tournament(work.instances());
      instances = new Sharing[work.instances()];
      for (int i = 0; i < instances.length; i++) {
        instances[i] = new Sharing(work.workers());
      }
    }

    void run() {
      long nextArrival = times.nextArrival();
      long nextEnd = ends.nextNanos();
      while (nextArrival != Times.NEVER || nextEnd != ends.idleNanos()) {
        if (nextEnd <= nextArrival) {
          depart(nextEnd);
        } else {
          arrive(nextArrival);
          nextArrival = times.nextArrival();
        }
        nextEnd = ends.nextNanos();
      }
    }

    private void arrive(long nowNanos) {
      int instance = balancer.choose();
      instances[instance].add(nowNanos, times.nextDemand());
      ends.set(instance, instances[instance].nextEnd());
    }

    private void depart(long nowNanos) {
      int instance = ends.nextSlot();
      Sharing sharing = instances[instance];
      times.record(nowNanos - sharing.remove(nowNanos));
      balancer.left(instance);
      if (sharing.isEmpty()) {
        ends.clear(instance);
      } else {
        ends.set(instance, sharing.nextEnd());
      }
    }
  }

  /** One instance: its requests in the order of their ends, on the axis of virtual time. */
  private static final class Sharing {
    private final int workers;
    private double[] virtualEnds = new double[16];
    private long[] arrivals = new long[16];
    private int first;
    private int size;
    private double virtual;
    private long last;

    Sharing(int workers) {
      this.workers = workers;
    }

    boolean isEmpty() {
      return size == 0;
    }

    void add(long now, long demandNanos) {
      pass(now);
      if (size == virtualEnds.length) {
        grow();
      }
      double virtualEnd = virtual + demandNanos;
      int mask = virtualEnds.length - 1;
      int place = first + size++;
      while (place > first && virtualEnds[place - 1 & mask] > virtualEnd) {
        virtualEnds[place & mask] = virtualEnds[place - 1 & mask];
        arrivals[place & mask] = arrivals[place - 1 & mask];
        place--;
      }
      virtualEnds[place & mask] = virtualEnd;
      arrivals[place & mask] = now;
    }

    private void grow() {
      double[] longerEnds = new double[2 * size];
      long[] longerArrivals = new long[2 * size];
      for (int i = 0; i < size; i++) {
        longerEnds[i] = virtualEnds[first + i & size - 1];
        longerArrivals[i] = arrivals[first + i & size - 1];
      }
      virtualEnds = longerEnds;
      arrivals = longerArrivals;
      first = 0;
    }

    /** Removes the request that ends now, and returns when it arrived. */
    long remove(long now) {
      pass(now);
      long arrival = arrivals[first];
      first = first + 1 & virtualEnds.length - 1;
      size--;
      return arrival;
    }

    private void pass(long now) {
      virtual += (now - last) * Math.min(1, workers / (double) size);
      last = now;
    }

    long nextEnd() {
      double slowdown = Math.max(size, workers) / (double) workers;
      return last + (long) Math.ceil(Math.max(0, virtualEnds[first] - virtual) * slowdown);
    }
  }
}
