package io.headroom;

import io.headroom.sim.RunMonitor;
import java.time.Duration;

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

  private final Duration samplesKept;

  private Simulation(Scenario scenario, RunMonitor monitor, Duration samplesKept) {
    this.scenario = scenario;
    this.monitor = monitor;
    this.samplesKept = samplesKept;
  }

  /** Returns a simulation of a scenario that nobody watches. */
  public static Simulation of(Scenario scenario) {
    return new Simulation(scenario, RunMonitor.NONE, Duration.ZERO);
  }

  /** Runs a scenario to its end. */
  public static SimulationResult run(Scenario scenario) {
    return of(scenario).run();
  }

  /** Returns this simulation with somebody who learns its progress and may end it early. */
  public Simulation onProgress(RunMonitor newMonitor) {
    return new Simulation(scenario, newMonitor, samplesKept);
  }

  /**
   * Returns this simulation with the samples of metrics kept for at least so long, so that queries
   * of the result can take percentiles from them. Default 3 hours, or what an alarm needs.
   */
  public Simulation keepingSamples(Duration duration) {
    return new Simulation(scenario, monitor, duration);
  }

  /**
   * Runs the scenario.
   *
   * @throws io.headroom.sim.SimulationFailure if an event fails, naming the event and its time
   */
  public SimulationResult run() {
    long begunNanos = System.nanoTime();
    Run run = new Run(scenario);
    run.metrics().retainDistributions(samplesKept);
    SimulationResult result = run.complete(monitor);
    return result.withWallSeconds((System.nanoTime() - begunNanos) / NANOS);
  }
}
