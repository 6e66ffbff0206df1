package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.sim.RandomStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.HdrHistogram.Histogram;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * SSJ, event-oriented as in its manual: an event object for each arrival and departure. "As
 * written" uses its default event list (a splay tree), MRG32k3a and inversion; "tuned" uses
 * Henriksen's list and the generator of the yardsticks.
 */
final class SsjEngine implements Engine {
  private final Balancing balancing;
  private final boolean tuned;

  SsjEngine(Balancing balancing, boolean tuned) {
    this.balancing = balancing;
    this.tuned = tuned;
  }

  @Override
  public String name() {
    return tuned ? "SSJ tuned" : "SSJ as written";
  }

  @Override
  public Tally run(Work work) {
    return new Model(work).run();
  }

  private record Request(double arrival, double demand) {}

  private static final class Server {
    private final Deque<Request> waiting = new ArrayDeque<>();
    private int busy;
    private int underWay;
  }

  private final class Model {
    private final Work work;
    private final Simulator simulator = new Simulator();
    private final DoubleSupplier gap;
    private final DoubleSupplier demand;
    private final List<Server> servers = new ArrayList<>();
    private final Histogram micros = new Histogram(3_600_000_000L, 3);
    private double sum;
    private long left;
    private int next;

    Model(Work work) {
      this.work = work;
      left = work.requests();
      gap = exponential(1 / work.requestsPerSecond(), 1);
      demand = exponential(work.meanSeconds(), 2);
      for (int i = 0; i < work.instances(); i++) {
        servers.add(new Server());
      }
    }

    private DoubleSupplier exponential(double mean, long seed) {
      if (tuned) {
        RandomStream random = new RandomStream(work.seed() + seed);
        return () -> mean * random.nextExponential();
      }
      ExponentialGen generator = new ExponentialGen(new MRG32k3a(), 1 / mean);
      return generator::nextDouble;
    }

    Tally run() {
      simulator.init(tuned ? new Henriksen() : new SplayTree());
      new Arrival().schedule(gap.getAsDouble());
      simulator.start();
      long served = micros.getTotalCount();
      return new Tally(served, sum / served, micros.getValueAtPercentile(99) / 1e6);
    }

    private Server choose() {
      if (balancing == Balancing.ROUND_ROBIN) {
        Server chosen = servers.get(next);
        next = (next + 1) % servers.size();
        return chosen;
      }
      Server best = servers.get(0);
      for (Server server : servers) {
        best = server.underWay < best.underWay ? server : best;
      }
      return best;
    }

    private void start(Server server, Request request) {
      server.busy++;
      new Departure(server, request).schedule(request.demand());
    }

    private final class Arrival extends Event {
      Arrival() {
        super(simulator);
      }

      @Override
      public void actions() {
        if (--left > 0) {
          new Arrival().schedule(gap.getAsDouble());
        }
        Server server = choose();
        server.underWay++;
        Request request = new Request(simulator.time(), demand.getAsDouble());
        if (server.busy < work.workers()) {
          start(server, request);
        } else {
          server.waiting.add(request);
        }
      }
    }

    private final class Departure extends Event {
      private final Server server;
      private final Request request;

      Departure(Server server, Request request) {
        super(simulator);
        this.server = server;
        this.request = request;
      }

      @Override
      public void actions() {
        double took = simulator.time() - request.arrival();
        sum += took;
        micros.recordValue((long) (took * 1e6));
        server.underWay--;
        server.busy--;
        Request waiting = server.waiting.poll();
        if (waiting != null) {
          start(server, waiting);
        }
      }
    }
  }
}
