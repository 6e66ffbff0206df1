package io.headroom.benchmarks;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A day of the control plane alone: groups of ten instances that get no requests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class IdleBenchmark {
  /** How many groups; one is the baseline, with the cost of the clock itself. */
  @Param({"1", "100"})
  int groups;

  /** Runs the day once. */
  @Benchmark
  public SimulationResult day() {
    Scenario scenario = new Idle(groups, 10, Duration.ofDays(1), List.of()).scenario();
    return Simulation.run(scenario);
  }
}
