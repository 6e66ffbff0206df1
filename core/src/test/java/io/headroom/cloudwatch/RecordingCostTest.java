package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import io.headroom.sim.SimTime;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Recording a sample makes no object once the arrays have their size. */
class RecordingCostTest {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void recordingAtHighResolution_allocatesNothing() {
    MetricSeries series =
        new MetricStore()
            .open(
                Metric.of("Test", "m"),
                Unit.NONE,
                new Publication(Duration.ZERO, Duration.ZERO).highResolution());
    record(series, 0, 40_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    record(series, 40_000, 42_000);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).isLessThan(2_000);
  }

  /** Four samples a second, two of them equal. */
  private static void record(MetricSeries series, int fromSecond, int toSecond) {
    for (int second = fromSecond; second < toSecond; second++) {
      for (int sample = 0; sample < 4; sample++) {
        series.record(second * SimTime.SECOND, sample < 2 ? 0 : 1);
      }
    }
  }
}
