package io.headroom.benchmarks.peers;

import io.headroom.benchmarks.peers.Fleet.Machine;
import io.headroom.benchmarks.peers.Fleet.Request;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.sim.RandomStream;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.Executable;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.DevsSimulatorInterface;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import nl.tudelft.simulation.dsol.simulators.RunState;

/**
 * DSOL, event-oriented with a lambda for each event, its own event list and the generator of the
 * yardsticks.
 */
final class DsolEngine implements Engine {
  private final Balancing balancing;

  DsolEngine(Balancing balancing) {
    this.balancing = balancing;
  }

  @Override
  public String name() {
    return "DSOL";
  }

  @Override
  public Tally run(Work work) {
    SameThread simulator = new SameThread();
    try {
      Model model = new Model(simulator, work);
      SingleReplication<Double> forever = new SingleReplication<>("run", 0.0, 0.0, 2 * FOREVER);
      simulator.initialize(model, forever);
      simulator.runHere();
      return model.fleet.tally();
    } catch (SimRuntimeException cause) {
      throw new IllegalStateException(cause);
    } finally {
      simulator.cleanUp();
    }
  }

  private static final double FOREVER = 1e12;

  /** Runs in the thread that asks, whose processor time is measured, instead of one of its own. */
  private static final class SameThread extends DevsSimulator<Double> {
    private static final long serialVersionUID = 1;

    SameThread() {
      super("queues");
    }

    void runHere() {
      runUntilTime = FOREVER;
      replicationState = ReplicationState.STARTED;
      runState = RunState.STARTED;
      run();
    }
  }

  private final class Model extends AbstractDsolModel<Double, DevsSimulatorInterface<Double>> {
    private static final long serialVersionUID = 1;
    private final transient Fleet fleet;
    private final transient RandomStream gaps;
    private final transient RandomStream demands;
    private final transient Work work;
    private long left;

    Model(DevsSimulatorInterface<Double> simulator, Work work) {
      super(simulator);
      this.work = work;
      fleet = new Fleet(work, balancing);
      left = work.requests();
      gaps = new RandomStream(work.seed() + 1);
      demands = new RandomStream(work.seed() + 2);
    }

    @Override
    public void constructModel() {
      after(gap(), this::arrive);
    }

    private double gap() {
      return gaps.nextExponential() / work.requestsPerSecond();
    }

    private void after(double seconds, Executable action) {
      try {
        getSimulator().scheduleEventRel(seconds, action);
      } catch (SimRuntimeException cause) {
        throw new IllegalStateException(cause);
      }
    }

    private void arrive() {
      if (--left > 0) {
        after(gap(), this::arrive);
      }
      Machine machine = fleet.choose();
      double demand = demands.nextExponential() * work.meanSeconds();
      Request request = new Request(getSimulator().getSimulatorTime(), demand);
      if (fleet.take(machine, request)) {
        start(machine, request);
      }
    }

    private void start(Machine machine, Request request) {
      after(request.demand(), () -> end(machine, request));
    }

    private void end(Machine machine, Request request) {
      Request waiting = fleet.end(machine, request, getSimulator().getSimulatorTime());
      if (waiting != null) {
        start(machine, waiting);
      }
    }
  }
}
