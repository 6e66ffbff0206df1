package io.headroom.benchmarks;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Recording one data point a minute, beside a map from time to value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MetricBenchmark {
  private final MetricSeries series =
      new MetricStore().open(Metric.of("Test", "M"), Unit.COUNT, Publication.CUSTOM);
  private final Map<Long, Double> map = new HashMap<>();
  private long minute;

  /** Records a sample in the next minute. */
  @Benchmark
  public void record() {
    minute++;
    series.record(minute * SimTime.MINUTE, (double) (minute & 7));
  }

  /** Puts a value into a map, which forgets after 15 days like the store: a baseline. */
  @Benchmark
  public void putInMap() {
    minute++;
    map.put(minute, (double) (minute & 7));
    map.remove(minute - 21_600);
  }
}
