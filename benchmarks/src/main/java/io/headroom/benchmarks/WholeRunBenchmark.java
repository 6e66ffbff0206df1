package io.headroom.benchmarks;

import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.LimitA;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.ec2.Discipline;
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

/**
 * A whole run of a million requests: 20 instances of two workers at load 0.8, with health checks,
 * metrics, alarms, a policy, the ledger and latency percentiles for each minute.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(1)
public class WholeRunBenchmark {
  private static final Work WORK = Work.standard(1_000_000);

  /** How the instances serve. */
  @Param({"FIRST_COME_FIRST_SERVED", "PROCESSOR_SHARING"})
  Discipline discipline = Discipline.FIRST_COME_FIRST_SERVED;

  /** How the load balancer chooses. */
  @Param({"ROUND_ROBIN", "LEAST_OUTSTANDING", "SLOW_START", "FLOW_HASH"})
  String balance = "ROUND_ROBIN";

  /** Runs the loop once. */
  @Benchmark
  public Tally wholeRun() {
    return WholeRun.STANDARD.with(discipline).with(Balance.valueOf(balance)).run(WORK);
  }

  /** The bare loop on the same work: the baseline. */
  @State(Scope.Benchmark)
  public static class Bare {
    /** Runs the bare loop once. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 4)
    @Measurement(iterations = 5)
    @Fork(1)
    public Tally limitA() {
      return new LimitA(Balancing.ROUND_ROBIN).run(WORK);
    }
  }
}
