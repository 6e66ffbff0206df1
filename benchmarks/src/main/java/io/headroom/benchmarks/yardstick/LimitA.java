package io.headroom.benchmarks.yardstick;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;

/**
 * Limit A: the barest loop with an event for each arrival and each departure. The next arrival is a
 * scalar, the pending set holds the busy workers only, waiting requests stand in a ring for each
 * instance, response times go to a histogram of three digits. No health checks, no metrics, no
 * alarms, no time-outs, no instances that come and go.
 */
public final class LimitA implements Engine {
  private final Balancing balancing;

  /** Creates the engine. */
  public LimitA(Balancing balancing) {
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
    private final int workerBits;
    private final Tournament ends;
    private final Waiting[] waiting;
    private final long[] idleWorkers;
    private final long[] arrivalNanos;

    Loop(Work work, Balancer balancer, Times times) {
      this.balancer = balancer;
      this.times = times;
      workerBits = Integer.numberOfTrailingZeros(work.workers());
      int slots = work.instances() << workerBits;
      ends = new Tournament(slots);
      arrivalNanos = new long[slots];
      waiting = new Waiting[work.instances()];
      idleWorkers = new long[work.instances()];
      for (int i = 0; i < waiting.length; i++) {
        waiting[i] = new Waiting();
        idleWorkers[i] = -1L >>> -work.workers();
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
      long demandNanos = times.nextDemand();
      long idle = idleWorkers[instance];
      if (idle == 0) {
        waiting[instance].add(nowNanos, demandNanos);
      } else {
        idleWorkers[instance] = idle & (idle - 1);
        int slot = (instance << workerBits) + Long.numberOfTrailingZeros(idle);
        arrivalNanos[slot] = nowNanos;
        ends.set(slot, nowNanos + demandNanos);
      }
    }

    private void depart(long nowNanos) {
      int slot = ends.nextSlot();
      int instance = slot >> workerBits;
      times.record(nowNanos - arrivalNanos[slot]);
      balancer.left(instance);
      Waiting queue = waiting[instance];
      if (queue.isEmpty()) {
        idleWorkers[instance] |= 1L << (slot - (instance << workerBits));
        ends.clear(slot);
      } else {
        arrivalNanos[slot] = queue.firstArrival();
        ends.set(slot, nowNanos + queue.firstDemand());
        queue.removeFirst();
      }
    }
  }
}
