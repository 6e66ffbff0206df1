package io.headroom.benchmarks;

import io.headroom.sim.RandomStream;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One draw from each sampler of the request path, beside the JDK's and Commons Math's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SamplerBenchmark {
  private static final int BLOCK = 512;

  private final RandomStream stream = new RandomStream(1);
  private final double[] block = new double[BLOCK];
  private final RandomGenerator jdk = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
  private final ExponentialDistribution commons = new ExponentialDistribution(new Well19937c(1), 1);

  /** Draws a uniform variate. */
  @Benchmark
  public double uniform() {
    return stream.nextDouble();
  }

  /** Draws an exponential variate. */
  @Benchmark
  public double exponential() {
    return stream.nextExponential();
  }

  /** Draws a normal variate. */
  @Benchmark
  public double gaussian() {
    return stream.nextGaussian();
  }

  /** Draws an exponential variate as one of a block, as the loop over requests does. */
  @Benchmark
  @OperationsPerInvocation(BLOCK)
  public double[] exponentialOfBlock() {
    stream.nextExponentials(block, BLOCK);
    return block;
  }

  /** Draws a normal variate as one of a block. */
  @Benchmark
  @OperationsPerInvocation(BLOCK)
  public double[] gaussianOfBlock() {
    stream.nextGaussians(block, BLOCK);
    return block;
  }

  /** Draws an exponential variate with the JDK's generator: a baseline. */
  @Benchmark
  public double exponentialOfTheJdk() {
    return jdk.nextExponential();
  }

  /** Draws an exponential variate with Commons Math: a baseline. */
  @Benchmark
  public double exponentialOfCommonsMath() {
    return commons.sample();
  }
}
