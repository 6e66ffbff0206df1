package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.peers.Fleet.Machine;
import io.headroom.benchmarks.peers.Fleet.Request;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.sim.RandomStream;
import java.util.function.DoubleSupplier;
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

  private final class Model {
    private final Simulator simulator = new Simulator();
    private final Fleet fleet;
    private final DoubleSupplier gap;
    private final DoubleSupplier demand;
    private long left;

    Model(Work work) {
      fleet = new Fleet(work, balancing);
      left = work.requests();
      gap = exponential(1 / work.requestsPerSecond(), work.seed() + 1);
      demand = exponential(work.meanSeconds(), work.seed() + 2);
    }

    private DoubleSupplier exponential(double mean, long seed) {
      if (tuned) {
        RandomStream random = new RandomStream(seed);
        return () -> mean * random.nextExponential();
      }
      ExponentialGen generator = new ExponentialGen(new MRG32k3a(), 1 / mean);
      return generator::nextDouble;
    }

    Tally run() {
      simulator.init(tuned ? new Henriksen() : new SplayTree());
      new Arrival().schedule(gap.getAsDouble());
      simulator.start();
      return fleet.tally();
    }

    private void start(Machine machine, Request request) {
      new Departure(machine, request).schedule(request.demand());
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
        Machine machine = fleet.choose();
        Request request = new Request(simulator.time(), demand.getAsDouble());
        if (fleet.take(machine, request)) {
          start(machine, request);
        }
      }
    }

    private final class Departure extends Event {
      private final Machine machine;
      private final Request request;

      Departure(Machine machine, Request request) {
        super(simulator);
        this.machine = machine;
        this.request = request;
      }

      @Override
      public void actions() {
        Request waiting = fleet.end(machine, request, simulator.time());
        if (waiting != null) {
          start(machine, waiting);
        }
      }
    }
  }
}
