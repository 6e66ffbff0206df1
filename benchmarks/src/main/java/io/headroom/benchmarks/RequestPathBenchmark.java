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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The path of a request in the steady state: balancing, service, deadlines, counting and the health
 * checks of the load balancer. An invocation is a simulated minute of 192,000 requests, the score
 * that of one; with {@code -prof gc}, {@code gc.alloc.rate.norm} is in bytes per request.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RequestPathBenchmark {
  private static final int REQUESTS_A_MINUTE = 192_000;

  /** How the instances serve. */
  @Param({"FIRST_COME_FIRST_SERVED", "PROCESSOR_SHARING"})
  Discipline discipline = Discipline.FIRST_COME_FIRST_SERVED;

  /** How the load balancer chooses. */
  @Param({"ROUND_ROBIN", "LEAST_OUTSTANDING", "FLOW_HASH"})
  String balance = "ROUND_ROBIN";

  private SteadyTraffic traffic = traffic();

  private SteadyTraffic traffic() {
    return new SteadyTraffic(Balance.valueOf(balance), discipline, REQUESTS_A_MINUTE / 60.0);
  }

  /** Lets traffic flow for an hour, so that every table has its size. */
  @Setup
  public void warmUp() {
    traffic = traffic();
    for (int minute = 0; minute < 60; minute++) {
      traffic.runMinute();
    }
  }

  /** Runs a minute. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS_A_MINUTE)
  public long minute() {
    return traffic.runMinute();
  }

  /** The bare loop on as many requests: the baseline. */
  @State(Scope.Benchmark)
  public static class Bare {
    private static final Work WORK = Work.standard(REQUESTS_A_MINUTE);

    /** Runs the bare loop once. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @Warmup(iterations = 5, time = 1)
    @Measurement(iterations = 5, time = 1)
    @Fork(1)
    @OperationsPerInvocation(REQUESTS_A_MINUTE)
    public Tally limitA() {
      return new LimitA(Balancing.ROUND_ROBIN).run(WORK);
    }
  }
}
