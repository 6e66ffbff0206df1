package io.headroom.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Limit R: limit A with the books that an autoscaler needs. The balancer goes through a table of
 * active instances, queues are bounded and reject, each instance integrates its busy workers and
 * its queue over time at every event, and a tick each simulated minute writes a row for each
 * instance and takes three percentiles of the minute.
 */
public final class LimitR implements Engine {
  /** Long enough that nothing is rejected at the loads of interest, checked all the same. */
  private static final int QUEUE_LIMIT = 1_000_000;

  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final Balancing balancing;

  /** Creates the engine. */
  public LimitR(Balancing balancing) {
    this.balancing = balancing;
  }

  @Override
  public String name() {
    return "limit R";
  }

  @Override
  public Tally run(Work work) {
    Loop loop = new Loop(work, Balancer.of(balancing, work.instances()));
    loop.run();
    if (loop.rejected > 0 || loop.rows.size() != loop.percentiles.size() * work.instances()) {
      throw new IllegalStateException(loop.rejected + " requests were rejected");
    }
    return loop.times.tally();
  }

  /** The integrals of one instance since the last tick, and its queue. */
  private static final class Books {
    private final Waiting waiting = new Waiting();
    private long lastNanos;
    private long busyNanos;
    private long queuedNanos;
    private int busy;
    private long idleWorkers;

    void touch(long nowNanos) {
      long elapsedNanos = nowNanos - lastNanos;
      lastNanos = nowNanos;
      busyNanos += elapsedNanos * busy;
      queuedNanos += elapsedNanos * waiting.size();
    }
  }

  /** One row of a minute. */
  private record Row(long minute, int instance, double busy, double queued) {}

  private static final class Loop {
    private final Times times;
    private final Balancer balancer;
    private final int workerBits;
    private final Tournament ends;
    private final int[] active;
    private final Books[] books;
    private final long[] arrivalNanos;
    private final Histogram minute = new Histogram(3_600_000_000L, 3);
    private final List<double[]> percentiles = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long rejected;

    Loop(Work work, Balancer balancer) {
      times = new Times(work);
      this.balancer = balancer;
      workerBits = Integer.numberOfTrailingZeros(work.workers());
      int slots = work.instances() << workerBits;
      ends = new Tournament(slots);
      arrivalNanos = new long[slots];
      books = new Books[work.instances()];
      active = new int[work.instances()];
      for (int i = 0; i < active.length; i++) {
        active[i] = i;
        books[i] = new Books();
        books[i].idleWorkers = -1L >>> -work.workers();
      }
    }

    void run() {
      long nextArrival = times.nextArrival();
      long tickNanos = MINUTE_NANOS;
      while (nextArrival != Times.NEVER || ends.nextNanos() != ends.idleNanos()) {
        nextArrival = runUntil(tickNanos, nextArrival);
        tick(tickNanos);
        tickNanos += MINUTE_NANOS;
      }
    }

    private long runUntil(long tickNanos, long firstArrival) {
      long nextArrival = firstArrival;
      long nextEnd = ends.nextNanos();
      while (Math.min(nextArrival, nextEnd) < tickNanos) {
        if (nextEnd <= nextArrival) {
          depart(nextEnd);
        } else {
          arrive(nextArrival);
          nextArrival = times.nextArrival();
        }
        nextEnd = ends.nextNanos();
      }
      return nextArrival;
    }

    private void arrive(long nowNanos) {
      int instance = active[balancer.choose()];
      long demandNanos = times.nextDemand();
      Books own = books[instance];
      own.touch(nowNanos);
      long idle = own.idleWorkers;
      if (idle != 0) {
        own.idleWorkers = idle & (idle - 1);
        own.busy++;
        int slot = (instance << workerBits) + Long.numberOfTrailingZeros(idle);
        arrivalNanos[slot] = nowNanos;
        ends.set(slot, nowNanos + demandNanos);
      } else if (own.waiting.size() < QUEUE_LIMIT) {
        own.waiting.add(nowNanos, demandNanos);
      } else {
        rejected++;
        balancer.left(instance);
      }
    }

    private void depart(long nowNanos) {
      int slot = ends.nextSlot();
      int instance = slot >> workerBits;
      Books own = books[instance];
      own.touch(nowNanos);
      record(nowNanos - arrivalNanos[slot]);
      balancer.left(instance);
      if (own.waiting.isEmpty()) {
        own.busy--;
        own.idleWorkers |= 1L << (slot - (instance << workerBits));
        ends.clear(slot);
      } else {
        arrivalNanos[slot] = own.waiting.firstArrival();
        ends.set(slot, nowNanos + own.waiting.firstDemand());
        own.waiting.removeFirst();
      }
    }

    private void record(long nanos) {
      times.add(nanos);
      minute.recordValue(nanos / 1_000);
    }

    private void tick(long nowNanos) {
      for (int instance = 0; instance < books.length; instance++) {
        Books own = books[instance];
        own.touch(nowNanos);
        double busy = (double) own.busyNanos / MINUTE_NANOS;
        double queued = (double) own.queuedNanos / MINUTE_NANOS;
        rows.add(new Row(nowNanos / MINUTE_NANOS, instance, busy, queued));
        own.busyNanos = 0;
        own.queuedNanos = 0;
      }
      percentiles.add(
          new double[] {
            minute.getValueAtPercentile(50),
            minute.getValueAtPercentile(95),
            minute.getValueAtPercentile(99)
          });
      times.micros().add(minute);
      minute.reset();
    }
  }
}
