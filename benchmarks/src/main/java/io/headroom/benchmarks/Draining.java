package io.headroom.benchmarks;

import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import io.headroom.workload.Workload;
import io.headroom.workloads.Poisson;
import java.time.Duration;

/**
 * Headroom, whole, on work with an end: the run goes on until the last request has left, as that of
 * a simulator does which is handed all requests at once.
 *
 * @param run what is simulated
 */
record Draining(WholeRun run) implements Engine {

  /** Poisson arrivals up to an instant. */
  private record Burst(double requestsPerSecond, long lengthNanos) implements Workload {
    @Override
    public String name() {
      return "burst";
    }

    @Override
    public Arrivals open(RandomStreams random, long horizonNanos) {
      return Poisson.ofRate(requestsPerSecond).open(random, Math.min(lengthNanos, horizonNanos));
    }

    @Override
    public double requestsPerSecond(long timeNanos) {
      return timeNanos < lengthNanos ? requestsPerSecond : 0;
    }
  }

  @Override
  public String name() {
    return run.name() + ", to the last request";
  }

  @Override
  public Tally run(Work work) {
    Duration arrivals = WholeRun.arrivals(work);
    Burst burst = new Burst(work.requestsPerSecond(), arrivals.toNanos());
    long enoughNanos = (long) (1.2 * Math.max(1, work.load()) * arrivals.toNanos());
    Duration enough = Duration.ofNanos(enoughNanos).plusMinutes(1);
    SimulationResult result =
        Simulation.run(run.patient(work, burst, enough).duration(enough).build());
    long completed = result.requests().completed();
    if (completed != result.requests().arrived()) {
      throw new IllegalStateException("not all requests were served: " + result.requests());
    }
    return new Tally(completed, result.latency().mean(), result.latency().p99());
  }
}
