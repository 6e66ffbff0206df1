package io.headroom.workloads.trace;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.testing.Rule;
import io.headroom.testing.SharedData;
import io.headroom.workloads.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published traces of many origins, each opened with the settings that a user would give. */
class SharedTracesTest {
  private static Path folder(String name) {
    return SharedData.path("data/traces/" + name);
  }

  private static Trace read(Path file) {
    return Trace.read(file, TraceOptions.DEFAULT.withFormat(format(file)));
  }

  private static TraceFormat format(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.contains("_rps_")) {
      return TraceFormat.AUTOMATIC.withUnit(Unit.PER_SECOND);
    }
    if (name.startsWith("azure_llm")) {
      return TraceFormat.AUTOMATIC.withUnit(Unit.EVENTS);
    }
    return name.contains("top_odd20")
        ? TraceFormat.AUTOMATIC.withColumn("f01")
        : TraceFormat.AUTOMATIC;
  }

  @TestFactory
  @Rule("workloads 3")
  Stream<DynamicTest> everyTrace_opens() throws IOException {
    return Stream.of("requests", "cloudwatch", "cpu")
        .flatMap(name -> csvFiles(folder(name)).stream())
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()),
                    () -> {
                      Counts counts = read(file).counts();
                      assertThat(counts.size()).isAtLeast(400);
                      assertThat(counts.total()).isGreaterThan(0.0);
                    }));
  }

  private static List<Path> csvFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.csv(\\.gz)?")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Rule("workloads 3")
  void loadBalancerTrace_hasItsCountsAndGaps() {
    Trace trace = read(folder("cloudwatch/elb_request_count_8c0756.csv"));

    // 4,032 rows and 8 missing ones.
    assertThat(trace.counts().size()).isEqualTo(4_040);
    assertThat(trace.counts().count(0)).isEqualTo(94.0);
    assertThat(trace.notes())
        .containsExactly(
            "filled 8 gaps without rows: 8 intervals interpolated (the key gaps chooses another"
                + " way)");
    Path file = folder("cloudwatch/elb_request_count_8c0756.csv");
    assertThat(Trace.read(file, TraceOptions.DEFAULT.withGaps(GapRule.ZERO)).counts().total())
        .isEqualTo(249_327.0);
  }

  @Test
  @Rule("workloads 3")
  void worldCupTrace_hasTheTotalOfItsRows() {
    Path file = folder("requests/wc98_1min_1998-04-30_1998-06-20.csv");

    assertThat(Trace.read(file, TraceOptions.DEFAULT.withGaps(GapRule.ZERO)).counts().total())
        .isEqualTo(574_934_701.0);
  }

  @Test
  @Rule("workloads 3.1")
  void nasaTrace_isReplayedRequestByRequest() {
    Path file = folder("requests/nasa_http_1995-07_1min.csv");
    TraceWindow day = TraceWindow.ALL.limitedTo(Duration.ofDays(1));
    TraceWorkload workload = TraceWorkload.read(file, TraceOptions.DEFAULT.withWindow(day));
    long[] times = Sample.of(workload, 1, Duration.ofDays(1).toNanos());

    assertThat((double) times.length).isEqualTo(workload.trace().counts().total());
    assertThat(Sample.count(times, 0, Duration.ofMinutes(1).toNanos())).isEqualTo(42);
    assertThat(workload.requestsPerSecond(0)).isWithin(1e-12).of(0.7);
  }
}
