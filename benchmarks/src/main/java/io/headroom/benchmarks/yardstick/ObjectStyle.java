package io.headroom.benchmarks.yardstick;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The simulator that most would write in plain Java: event objects in a {@link PriorityQueue},
 * request objects, a queue of requests for each instance, a scan for the least busy one.
 */
public final class ObjectStyle implements Engine {
  private final Balancing balancing;

  /** Creates the engine. */
  public ObjectStyle(Balancing balancing) {
    this.balancing = balancing;
  }

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public Tally run(Work work) {
    Simulation simulation = new Simulation(work, balancing);
    simulation.run();
    return simulation.times.tally();
  }

  private record Request(long arrivalNanos, long demandNanos) {}

  private record Event(long nanos, long sequence, Runnable action) {}

  private static final class Instance {
    private final Deque<Request> waiting = new ArrayDeque<>();
    private int idleWorkers;
    private int underWay;

    Instance(int workers) {
      idleWorkers = workers;
    }
  }

  private static final class Simulation {
    private final Balancing balancing;
    private final Times times;
    private final List<Instance> instances = new ArrayList<>();
    private final PriorityQueue<Event> events =
        new PriorityQueue<>(
            Comparator.comparingLong(Event::nanos).thenComparingLong(Event::sequence));
    private long sequence;
    private long nowNanos;
    private int next;

    Simulation(Work work, Balancing balancing) {
      this.balancing = balancing;
      times = new Times(work);
      for (int i = 0; i < work.instances(); i++) {
        instances.add(new Instance(work.workers()));
      }
    }

    void run() {
      planArrival();
      while (!events.isEmpty()) {
        Event event = events.remove();
        nowNanos = event.nanos();
        event.action().run();
      }
    }

    private void planArrival() {
      long arrival = times.nextArrival();
      if (arrival != Times.NEVER) {
        schedule(arrival, this::arrive);
      }
    }

    private void schedule(long nanos, Runnable action) {
      events.add(new Event(nanos, sequence++, action));
    }

    private void arrive() {
      Instance instance = choose();
      instance.underWay++;
      Request request = new Request(nowNanos, times.nextDemand());
      if (instance.idleWorkers > 0) {
        instance.idleWorkers--;
        start(instance, request);
      } else {
        instance.waiting.add(request);
      }
      planArrival();
    }

    private Instance choose() {
      if (balancing == Balancing.LEAST_OUTSTANDING) {
        Instance best = instances.get(0);
        for (Instance instance : instances) {
          best = instance.underWay < best.underWay ? instance : best;
        }
        return best;
      }
      Instance chosen = instances.get(next);
      next = (next + 1) % instances.size();
      return chosen;
    }

    private void start(Instance instance, Request request) {
      schedule(nowNanos + request.demandNanos(), () -> depart(instance, request));
    }

    private void depart(Instance instance, Request request) {
      times.record(nowNanos - request.arrivalNanos());
      instance.underWay--;
      if (instance.waiting.isEmpty()) {
        instance.idleWorkers++;
      } else {
        start(instance, instance.waiting.remove());
      }
    }
  }
}
