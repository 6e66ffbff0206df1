package io.headroom;

import io.headroom.sim.RunMonitor;

/**
 * Runs a scenario once.
 *
 * <p>Runs share nothing, so several may go on at the same time on threads of their own. The same
 * scenario gives the same result every time, but for the wall time.
 */
public final class Simulation {
  private static final double NANOS = 1e9;

  private final Scenario scenario;
  private final RunMonitor monitor;

  private Simulation(Scenario scenario, RunMonitor monitor) {
    this.scenario = scenario;
    this.monitor = monitor;
  }

  /** Returns a simulation of a scenario that nobody watches. */
  public static Simulation of(Scenario scenario) {
    return new Simulation(scenario, RunMonitor.NONE);
  }

  /** Runs a scenario to its end. */
  public static SimulationResult run(Scenario scenario) {
    return of(scenario).run();
  }

  /** Returns this simulation with somebody who learns its progress and may end it early. */
  public Simulation onProgress(RunMonitor newMonitor) {
    return new Simulation(scenario, newMonitor);
  }

  /**
   * Runs the scenario.
   *
   * @throws io.headroom.sim.SimulationFailure if an event fails, naming the event and its time
   */
  public SimulationResult run() {
    long begunNanos = System.nanoTime();
    SimulationResult result = new Run(scenario).complete(monitor);
    return result.withWallSeconds((System.nanoTime() - begunNanos) / NANOS);
  }
}
