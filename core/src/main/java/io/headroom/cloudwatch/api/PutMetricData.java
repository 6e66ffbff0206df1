package io.headroom.cloudwatch.api;

import com.google.common.collect.ImmutableList;
import io.headroom.cloudwatch.AlarmException;
import io.headroom.cloudwatch.AlarmProblem;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.SampleDistribution;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes data of one's own. "PutMetricData", CloudWatch API Reference: samples show after the
 * delay of custom metrics, however old they are; the hours that very old ones take are left out.
 *
 * @param data up to 1,000 data
 */
public record PutMetricData(List<MetricDatum> data) {
  private static final int MAX_DATA = 1_000;

  /** Copies the list. */
  public PutMetricData {
    data = ImmutableList.copyOf(data);
  }

  /** Returns a request of some data. */
  public static PutMetricData of(MetricDatum... data) {
    return new PutMetricData(List.of(data));
  }

  /**
   * Returns the reasons for which the service would refuse the request, empty if there are none.
   *
   * @param nowNanos when it arrives, in nanoseconds since the start of the run
   */
  public List<AlarmProblem> problems(long nowNanos) {
    List<AlarmProblem> problems = new ArrayList<>();
    if (data.size() > MAX_DATA) {
      problems.add(
          new AlarmProblem(
              AlarmProblem.INVALID_PARAMETER_VALUE,
              "MetricData",
              "The collection MetricData must not have a size greater than 1000."));
    }
    for (int i = 0; i < data.size(); i++) {
      new DatumCheck(data.get(i), i + 1, problems).check(nowNanos);
    }
    return problems;
  }

  /**
   * Publishes the data.
   *
   * @param store where they go
   * @param nowNanos when the request arrives, in nanoseconds since the start of the run
   * @throws AlarmException if the service would refuse it; nothing is published then
   */
  public void send(MetricStore store, long nowNanos) {
    for (AlarmProblem problem : problems(nowNanos)) {
      throw new AlarmException(problem.code(), problem.message());
    }
    data.forEach(datum -> record(datum, store, nowNanos));
  }

  private static void record(MetricDatum datum, MetricStore store, long nowNanos) {
    Publication standard = store.settings().delays().ofCustomMetrics();
    Publication publication = datum.storageResolution() == 1 ? standard.highResolution() : standard;
    MetricSeries series = store.open(datum.metric(), datum.unit(), publication);
    long timestampNanos = datum.timestampNanos().orElse(nowNanos);
    datum.value().ifPresent(value -> series.record(timestampNanos, value));
    datum.statistics().ifPresent(set -> series.record(timestampNanos, set));
    for (int i = 0; i < datum.values().size(); i++) {
      double count = datum.counts().isEmpty() ? 1 : datum.counts().get(i);
      if (count >= 1) {
        series.record(
            timestampNanos, SampleDistribution.constant(datum.values().get(i), (long) count));
      }
    }
  }
}
