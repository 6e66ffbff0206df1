package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import com.sun.management.ThreadMXBean;
import io.headroom.sim.SimTime;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Recording a sample makes no object once a series is as long as what is kept of it. */
class RecordingCostTest {
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void recordingAtHighResolution_allocatesNothing() {
    MetricSeries series = open(AT_ONCE.highResolution());
    long end = 2 * SimTime.DAY + 3 * SimTime.HOUR;
    record(series, SimTime.SECOND, 0, end);
    assertThat(bytesOf(series, SimTime.SECOND, end, end + SimTime.HOUR)).isLessThan(2_000);
  }

  @Test
  void recordingByTheMinute_allocatesNothing() {
    MetricSeries series = open(AT_ONCE);
    long end = 17 * SimTime.DAY + SimTime.HOUR;
    record(series, SimTime.MINUTE, 0, end);
    assertThat(bytesOf(series, SimTime.MINUTE, end, end + 20 * SimTime.HOUR)).isLessThan(2_000);
  }

  /** A point of one sample costs a number, not four and a time. */
  @Test
  void dayOfSinglePoints_takesLittleMoreThanANumberEach() {
    recordDay(open(AT_ONCE));
    MetricSeries series = open(AT_ONCE);
    long before = threads.getCurrentThreadAllocatedBytes();
    recordDay(series);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes / 1_440).isLessThan(12);
  }

  private static void recordDay(MetricSeries series) {
    for (int minute = 0; minute < 1_440; minute++) {
      series.record(minute * SimTime.MINUTE, minute % 7);
    }
  }

  private long bytesOf(MetricSeries series, long stepNanos, long fromNanos, long toNanos) {
    long before = threads.getCurrentThreadAllocatedBytes();
    record(series, stepNanos, fromNanos, toNanos);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static MetricSeries open(Publication publication) {
    return new MetricStore().open(Metric.of("Test", "m"), Unit.NONE, publication);
  }

  /** Four samples at each step, two of them equal. */
  private static void record(MetricSeries series, long stepNanos, long fromNanos, long toNanos) {
    for (long now = fromNanos; now < toNanos; now += stepNanos) {
      for (int sample = 0; sample < 4; sample++) {
        series.record(now, sample < 2 ? 0 : 1);
      }
    }
  }
}
