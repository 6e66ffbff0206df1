package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The machines and their queues, for simulators that bring no more than a clock and events. */
final class Fleet {
  private final int workers;
  private final Balancing balancing;
  private final List<Machine> machines = new ArrayList<>();
  private final Histogram micros = new Histogram(3_600_000_000L, 3);
  private double sum;
  private int next;

  Fleet(Work work, Balancing balancing) {
    workers = work.workers();
    this.balancing = balancing;
    for (int i = 0; i < work.instances(); i++) {
      machines.add(new Machine());
    }
  }

  record Request(double arrival, double demand) {}

  static final class Machine {
    private final Deque<Request> waiting = new ArrayDeque<>();
    private int busy;
    private int underWay;
  }

  /** Returns the machine that the next request goes to. */
  Machine choose() {
    if (balancing == Balancing.ROUND_ROBIN) {
      Machine chosen = machines.get(next);
      next = (next + 1) % machines.size();
      return chosen;
    }
    Machine best = machines.get(0);
    for (Machine machine : machines) {
      best = machine.underWay < best.underWay ? machine : best;
    }
    return best;
  }

  /** Takes a request; returns whether its service starts at once. */
  boolean take(Machine machine, Request request) {
    machine.underWay++;
    if (machine.busy == workers) {
      machine.waiting.add(request);
      return false;
    }
    machine.busy++;
    return true;
  }

  /** Ends a request; returns the one whose service starts in its place. */
  @Nullable Request end(Machine machine, Request request, double now) {
    double took = now - request.arrival;
    sum += took;
    micros.recordValue((long) (took * 1e6));
    machine.underWay--;
    Request waiting = machine.waiting.poll();
    machine.busy -= waiting == null ? 1 : 0;
    return waiting;
  }

  Tally tally() {
    long served = micros.getTotalCount();
    return new Tally(served, sum / served, micros.getValueAtPercentile(99) / 1e6);
  }
}
