package io.headroom.benchmarks;

import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One evaluation of an alarm; its cost must not depend on the length of the history. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AlarmBenchmark {
  private static final Metric METRIC = Metric.of("Test", "M");

  /** The minutes of history behind the alarm. */
  @Param({"100", "20000"})
  int minutes;

  private final double[] plain = new double[20_000];
  private final MetricStore store = new MetricStore();
  private final Alarm alarm =
      new Alarm(
          AlarmSpec.when(METRIC, Statistic.AVERAGE)
              .isAbove(60)
              .datapoints(3, 5)
              .period(Duration.ofMinutes(1))
              .build(),
          store,
          AlarmSettings.DEFAULT);

  /** Fills the history. */
  @Setup
  public void fill() {
    MetricSeries series = store.open(METRIC, Unit.PERCENT, Publication.EC2_DETAILED);
    for (int minute = 0; minute < minutes; minute++) {
      plain[minute] = minute % 100;
      series.record(minute * SimTime.MINUTE, plain[minute]);
    }
  }

  /** Evaluates the alarm at the end of the history. */
  @Benchmark
  public AlarmEvaluation evaluate() {
    return alarm.evaluate(minutes * SimTime.MINUTE);
  }

  /** Compares the five newest numbers of a plain array: a baseline without any rule. */
  @Benchmark
  public int compareFive() {
    int breaching = 0;
    for (int i = minutes - 5; i < minutes; i++) {
      breaching += plain[i] > 60 ? 1 : 0;
    }
    return breaching;
  }
}
