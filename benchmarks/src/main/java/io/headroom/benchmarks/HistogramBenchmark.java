package io.headroom.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Recording a response time, in the histogram of the request path and in others. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HistogramBenchmark {
  private final Delays delays = new Delays();
  private final IntCountsHistogram ints = new IntCountsHistogram(3_600_000_000L, 3);
  private final Histogram longs = new Histogram(3_600_000_000L, 3);
  private final long[] sorted = new long[1_024];

  /** Records in a histogram of ints with three digits. */
  @Benchmark
  public void record() {
    ints.recordValue(delays.next() / 1_000);
  }

  /** Records in a histogram of longs: a baseline. */
  @Benchmark
  public void recordLong() {
    longs.recordValue(delays.next() / 1_000);
  }

  /** Finds the place among 1,024 sorted numbers, as exact percentiles would need: a baseline. */
  @Benchmark
  public int searchSorted() {
    return Arrays.binarySearch(sorted, delays.next() / 1_000);
  }
}
