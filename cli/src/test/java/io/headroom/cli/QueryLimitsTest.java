package io.headroom.cli;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.TimeSeries;
import io.headroom.cloudwatch.MetricDataQuery;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Queries that GetMetricData would refuse or split are answered, with a warning. */
@Rule("cloudwatch 12")
final class QueryLimitsTest {
  private static MetricMath queries(int count) {
    return MetricMath.of(
        IntStream.range(0, count)
            .mapToObj(i -> MetricDataQuery.expression("e" + i, "TIME_SERIES(" + i + ")"))
            .toList());
  }

  private static TimeSeries series(int points, int gaps) {
    double[] values = new double[points + gaps];
    Arrays.fill(values, 0, gaps, Double.NaN);
    return new TimeSeries("a", "None", Instant.EPOCH, Duration.ofSeconds(1), values);
  }

  @Test
  void points_countOverAllSeriesWithoutGaps() {
    List<TimeSeries> most = List.of(series(100_000, 5_000), series(800, 0));
    assertThat(QueryLimits.warnings(queries(2), most)).isEmpty();
    List<TimeSeries> oneMore = List.of(series(100_000, 0), series(801, 0));
    assertThat(QueryLimits.warnings(queries(2), oneMore))
        .containsExactly("100,801 data points; the limit of one call of GetMetricData is 100,800");
  }

  @Test
  void queries_areAtMost500() {
    assertThat(QueryLimits.warnings(queries(500), List.of())).isEmpty();
    assertThat(QueryLimits.warnings(queries(501), List.of()))
        .containsExactly("501 queries; the limit of one call of GetMetricData is 500");
  }
}
